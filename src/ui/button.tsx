import type { LucideIcon } from "lucide-react";
import { useId, type ReactNode, type Ref } from "react";
import { buttonClass, type ButtonKind, type ButtonSize } from "./button-class.ts";
import { cx } from "./cx.ts";

export interface ButtonProps {
  children: ReactNode;
  onClick?: (() => void) | undefined;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: LucideIcon | undefined;
  /** Keys that do the same, shown and announced: `keys="⌘↵"`. */
  keys?: string | undefined;
  disabled?: boolean | undefined;
  /** Why it cannot be pressed. The button can still be reached, so that the reason can be read. */
  reason?: string | undefined;
  /** The label stays; pressing again does nothing. */
  busy?: boolean | undefined;
  submit?: boolean | undefined;
  /** Has the focus when the dialog around it opens. */
  safe?: boolean | undefined;
  /** For a button that shows something: is it shown. */
  expanded?: boolean | undefined;
  pressed?: boolean | undefined;
  label?: string | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** `<Button kind="primary" icon={Play} keys="⌘↵" onClick={run}>Run</Button>` */
export function Button({ ref, ...props }: ButtonProps) {
  const reasonId = useId();
  const { icon: Icon, reason, busy = false } = props;
  const held = reason !== undefined || busy;
  return (
    <button
      ref={ref}
      type={props.submit && !held ? "submit" : "button"}
      className={cx(buttonClass(props.kind, props.size), props.className)}
      disabled={props.disabled}
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      aria-describedby={reason === undefined ? undefined : reasonId}
      title={reason}
      data-safe={props.safe || undefined}
      onClick={held ? undefined : props.onClick}
    >
      {Icon && <Icon size={14} strokeWidth={1.5} aria-hidden />}
      {props.children}
      {props.keys !== undefined && (
        <span aria-hidden className="hidden pl-0.5 text-11 font-normal sm:inline">
          {props.keys}
        </span>
      )}
      {reason !== undefined && (
        <span id={reasonId} hidden>
          {reason}
        </span>
      )}
    </button>
  );
}
