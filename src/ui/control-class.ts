import { cx } from "./cx.ts";

/** How every input, select and text area looks. */
export function controlClass(options: {
  size?: "small" | "medium" | "large" | undefined;
  mono?: boolean | undefined;
  invalid?: boolean | undefined;
  warned?: boolean | undefined;
}): string {
  const { size = "medium" } = options;
  return cx(
    "w-full min-w-0 rounded-4 border bg-bg text-ink transition-colors disabled:bg-sunken disabled:text-quiet",
    options.mono ? "value" : size === "large" ? "text-13" : "text-12",
    size === "small"
      ? "h-control-small px-1.5"
      : size === "medium"
        ? "h-control px-2"
        : "h-control-large px-2",
    options.invalid ? "border-bad-line" : options.warned ? "border-warn-line" : "border-line-control",
    "hover:not-disabled:border-line-strong",
  );
}
