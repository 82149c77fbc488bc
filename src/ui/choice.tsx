import type { LucideIcon } from "lucide-react";
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { cx } from "./cx.ts";
import { nextIndex } from "./next-index.ts";

interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly disabled?: boolean | undefined;
}

export interface ChoiceProps<Value extends string> {
  /** The name of the group: "Kind", "Mode". */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly ChoiceOption<Value>[];
  /** The label above the segments; otherwise it is said and not shown. */
  showLabel?: boolean | undefined;
  hint?: ReactNode;
  size?: "small" | "medium" | "large" | undefined;
  /** Segments share the width. */
  wide?: boolean | undefined;
  className?: string | undefined;
}

/** Segments as a radio group: one tab stop, arrows choose. `<Choice label="Kind" value={kind} onChange={setKind} options={…} />` */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const { options, size = "medium" } = props;
  const chosen = options.findIndex((option) => option.value === props.value);
  const stop = chosen >= 0 ? chosen : options.findIndex((option) => !option.disabled);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = nextIndex(event.key, index, options.length, (at) => options[at]?.disabled !== true);
    const option = next === undefined ? undefined : options[next];
    if (next === undefined || !option) return;
    event.preventDefault();
    props.onChange(option.value);
    buttons.current[next]?.focus();
  };

  return (
    <div className={cx("min-w-0", props.showLabel && "flex flex-col gap-1.5", props.className)}>
      <span id={id} className={props.showLabel ? "text-12 font-medium text-ink" : "sr-only"}>
        {props.label}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={props.hint ? `${id}hint` : undefined}
        className={cx(
          "rounded-4 border border-line-control bg-bg",
          props.wide ? "flex" : "inline-flex max-w-full",
        )}
      >
        {options.map((option, index) => (
          <button
            key={option.value}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            disabled={option.disabled}
            tabIndex={index === stop ? 0 : -1}
            onClick={() => props.onChange(option.value)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className={cx(
              "focus-inset inline-flex min-w-0 items-center justify-center gap-1.5 border-l border-line-control text-12 first:rounded-l-3 first:border-l-0 last:rounded-r-3",
              "whitespace-nowrap transition-colors",
              props.wide && "flex-1",
              size === "small"
                ? "h-[calc(var(--control-small)-2px)] px-2"
                : size === "medium"
                  ? "h-[calc(var(--control)-2px)] px-2.5"
                  : "h-[calc(var(--control-large)-2px)] px-3",
              index === chosen
                ? "bg-selected font-medium text-accent"
                : "text-ink-2 hover:bg-hover disabled:bg-sunken disabled:text-quiet",
            )}
          >
            {option.icon && <option.icon size={14} strokeWidth={1.5} aria-hidden />}
            {option.label}
          </button>
        ))}
      </div>
      {props.hint && (
        <div id={`${id}hint`} className="text-12 text-quiet">
          {props.hint}
        </div>
      )}
    </div>
  );
}
