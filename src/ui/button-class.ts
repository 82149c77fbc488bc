import { cx } from "./cx.ts";

/** Primary: the one thing to do here. Production: the lock of a production deployment, and nothing else. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "production";
export type ButtonSize = "small" | "medium" | "large";

const kinds: Record<ButtonKind, string> = {
  primary: "border-accent bg-accent text-on-accent hover:not-disabled:brightness-95",
  secondary: "border-line-control bg-bg text-ink hover:bg-hover",
  quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
  production: "border-prod-line bg-prod-bg text-prod",
};

const sizes: Record<ButtonSize, string> = {
  small: "h-control-small px-2",
  medium: "h-control px-2.5",
  large: "h-control-large px-3.5",
};

const off =
  "disabled:border-line disabled:bg-sunken disabled:text-quiet " +
  "aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-quiet";

/** The look of a button, for links that stand among buttons. `<Link className={buttonClass()}>` */
export function buttonClass(kind: ButtonKind = "secondary", size: ButtonSize = "medium"): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-4 border text-12 font-medium",
    "whitespace-nowrap select-none transition-colors",
    kinds[kind],
    sizes[size],
    off,
  );
}
