import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { controlClass } from "./control-class.ts";
import { cx } from "./cx.ts";
import { Field } from "./field.tsx";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  hideLabel?: boolean | undefined;
  inline?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  size?: "small" | "medium" | "large" | undefined;
  mono?: boolean | undefined;
  /** Amber edge: a choice here needs a look. */
  warned?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** A short fixed choice, by the browser's own select. `<Select label="Delimiter" inline value={d} onChange={setD} options={…} />` */
export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <Field
      label={props.label}
      hideLabel={props.hideLabel}
      inline={props.inline}
      hint={props.hint}
      error={props.error}
      className={props.className}
    >
      {(control) => (
        <div className="relative min-w-0 grow">
          <select
            {...control}
            value={props.value}
            disabled={props.disabled}
            className={cx(
              controlClass({
                size: props.size,
                mono: props.mono,
                invalid: Boolean(props.error),
                warned: props.warned,
              }),
              "appearance-none truncate pr-7",
            )}
            onChange={(event) => {
              const chosen = props.options.find((option) => option.value === event.target.value);
              if (chosen) props.onChange(chosen.value);
            }}
          >
            {props.options.map((option) => (
              <option
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="bg-raised text-ink"
              >
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={14}
            strokeWidth={1.5}
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2 my-auto text-ink-2"
          />
        </div>
      )}
    </Field>
  );
}
