import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, ReactNode, Ref } from "react";
import { controlClass } from "./control-class.ts";
import { cx } from "./cx.ts";
import { Field } from "./field.tsx";

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  hideLabel?: boolean | undefined;
  inline?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  type?: "text" | "password" | "url" | "search" | "number" | "datetime-local" | undefined;
  size?: "small" | "medium" | "large" | undefined;
  mono?: boolean | undefined;
  /** More than one line; the number of rows shown. */
  rows?: number | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  /** Invalid without a sentence of its own, when the sentence stands elsewhere. */
  invalid?: boolean | undefined;
  /** Stands at the right inside the control: an eye, a unit. */
  end?: ReactNode;
  onBlur?: (() => void) | undefined;
  onEnter?: (() => void) | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
}

/** `<TextField label="Deployment URL" value={url} onChange={setUrl} mono size="large" error={wrong} />` */
export function TextField(props: TextFieldProps) {
  const { rows, end } = props;
  return (
    <Field
      label={props.label}
      hideLabel={props.hideLabel}
      inline={props.inline}
      hint={props.hint}
      error={props.error}
      className={props.className}
    >
      {(control) => {
        const shared = {
          ...control,
          "aria-invalid": control["aria-invalid"] ?? (props.invalid || undefined),
          ref: props.ref,
          value: props.value,
          placeholder: props.placeholder,
          disabled: props.disabled,
          required: props.required,
          autoComplete: props.autoComplete ?? "off",
          autoCapitalize: "off",
          spellCheck: false,
          onBlur: props.onBlur,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) props.onEnter?.();
          },
        };
        const look = controlClass({
          size: props.size,
          mono: props.mono,
          invalid: Boolean(props.error) || props.invalid,
        });
        return (
          <div className="relative min-w-0 grow">
            {rows === undefined ? (
              <input
                {...shared}
                type={props.type ?? "text"}
                className={cx(look, end !== undefined && "pr-8")}
                onChange={(event) => props.onChange(event.target.value)}
              />
            ) : (
              <textarea
                {...shared}
                rows={rows}
                className={cx(look, "block h-auto! resize-y py-1.5")}
                onChange={(event) => props.onChange(event.target.value)}
              />
            )}
            {end !== undefined && <div className="absolute inset-y-0 right-0.5 flex items-center">{end}</div>}
          </div>
        );
      }}
    </Field>
  );
}
