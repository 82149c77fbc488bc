import { useId, type ReactNode } from "react";
import { cx } from "./cx.ts";

/** What the control inside a `Field` must carry. */
interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

export interface FieldProps {
  label: string;
  /** The label is said and not shown. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** What is wrong, in a sentence. Announced when it appears. */
  error?: ReactNode;
  /** Label at the left of the control, on one line. */
  inline?: boolean | undefined;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** A control with its name, its hint and what is wrong with it. `<Field label="Table">{(c) => <input {...c} />}</Field>` */
export function Field(props: FieldProps) {
  const id = useId();
  const described = [props.hint && `${id}hint`, props.error && `${id}error`].filter(Boolean).join(" ");
  const control: FieldControl = {
    id,
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": props.error ? true : undefined,
  };
  return (
    <div
      className={cx(
        props.inline ? "flex items-center gap-2" : "flex flex-col gap-1.5",
        "min-w-0",
        props.className,
      )}
    >
      <label
        htmlFor={id}
        className={cx(
          props.hideLabel && "sr-only",
          props.inline ? "shrink-0 text-12 text-ink-2" : "text-12 font-medium text-ink",
        )}
      >
        {props.label}
      </label>
      {props.children(control)}
      {props.hint && (
        <div id={`${id}hint`} className="text-12 text-quiet">
          {props.hint}
        </div>
      )}
      <div id={`${id}error`} role="alert" className={cx("text-12 text-bad", !props.error && "hidden")}>
        {props.error}
      </div>
    </div>
  );
}
