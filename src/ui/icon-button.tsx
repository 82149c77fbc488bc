import type { LucideIcon } from "lucide-react";
import type { Ref } from "react";
import { cx } from "./cx.ts";
import { Tooltip } from "./tooltip.tsx";

export interface IconButtonProps {
  icon: LucideIcon;
  /** The name of the button; also its tooltip. */
  label: string;
  onClick?: (() => void) | undefined;
  keys?: string | undefined;
  small?: boolean | undefined;
  disabled?: boolean | undefined;
  pressed?: boolean | undefined;
  expanded?: boolean | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** `<IconButton icon={Copy} label="Copy" onClick={copy} />` */
export function IconButton({ ref, ...props }: IconButtonProps) {
  const Icon = props.icon;
  return (
    <Tooltip text={props.label} keys={props.keys}>
      <button
        ref={ref}
        type="button"
        aria-label={props.label}
        aria-pressed={props.pressed}
        aria-expanded={props.expanded}
        disabled={props.disabled}
        onClick={props.onClick}
        className={cx(
          "inline-flex shrink-0 items-center justify-center rounded-4 text-ink-2 transition-colors hover:bg-hover hover:text-ink",
          "disabled:bg-transparent disabled:text-line-strong aria-pressed:bg-selected aria-pressed:text-accent",
          props.small ? "size-control-small" : "size-control",
          props.className,
        )}
      >
        <Icon size={props.small ? 14 : 16} strokeWidth={1.5} aria-hidden />
      </button>
    </Tooltip>
  );
}
