import { ChevronDown } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { comboboxOptions, type ComboboxOption } from "./combobox-options.ts";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { controlClass } from "./control-class.ts";
import { cx } from "./cx.ts";
import { Field } from "./field.tsx";

export interface ComboboxProps {
  label: string;
  /** The text in the field; always free. */
  value: string;
  onChange: (text: string) => void;
  options: readonly ComboboxOption[];
  /** An option was taken from the list (`onChange` was called with its value just before). */
  onPick?: ((option: ComboboxOption) => void) | undefined;
  /** Enter while nothing in the list is marked. */
  onEnter?: ((text: string) => void) | undefined;
  /** The caller filters; otherwise by the letters typed. */
  filtered?: boolean | undefined;
  hideLabel?: boolean | undefined;
  inline?: boolean | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  /** Before the text in the field: the mark of what is chosen. */
  lead?: ReactNode;
  placeholder?: string | undefined;
  /** Said in place of the list when nothing matches. */
  nothing?: string | undefined;
  mono?: boolean | undefined;
  size?: "medium" | "large" | undefined;
  className?: string | undefined;
}

/** Free text with suggestions (ARIA 1.2 combobox). `<Combobox label="Function" value={path} onChange={setPath} options={functions} mono />` */
export function Combobox(props: ComboboxProps) {
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(false);
  const [active, setActive] = useState(-1);

  const shown = open ? comboboxOptions(props.options, typed && !props.filtered ? props.value : "") : [];

  const show = (byTyping: boolean) => {
    setOpen(true);
    setTyped(byTyping);
    setActive(byTyping ? -1 : props.options.findIndex((option) => option.value === props.value));
  };
  const hide = () => {
    setOpen(false);
    setActive(-1);
  };
  const pick = (option: ComboboxOption) => {
    hide();
    props.onChange(option.value);
    props.onPick?.(option);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const marked = shown[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return show(false);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active < 0 && step < 0 ? 0 : active;
      setActive(shown.length === 0 ? -1 : (from + step + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      if (marked) {
        event.preventDefault();
        pick(marked.option);
      } else {
        hide();
        if (!event.ctrlKey && !event.metaKey) props.onEnter?.(props.value);
      }
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      hide();
    } else if (event.key === "Tab") {
      hide();
    }
  };

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
        <div ref={box} className="relative min-w-0 grow">
          {props.lead !== undefined && (
            <span className="pointer-events-none absolute inset-y-0 left-2 flex items-center">
              {props.lead}
            </span>
          )}
          <input
            {...control}
            role="combobox"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && shown[active] ? `${listId}-${active}` : undefined}
            value={props.value}
            placeholder={props.placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className={cx(
              controlClass({ size: props.size, mono: props.mono, invalid: Boolean(props.error) }),
              "pr-7",
              props.lead !== undefined && "pl-8",
            )}
            onChange={(event) => {
              props.onChange(event.target.value);
              show(true);
            }}
            onClick={() => !open && show(false)}
            onBlur={hide}
            onKeyDown={onKeyDown}
          />
          <ChevronDown
            size={14}
            strokeWidth={1.5}
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2 my-auto text-ink-2"
          />
          {open && (
            <ComboboxPopup
              id={listId}
              label={props.label}
              anchor={box}
              shown={shown}
              active={active}
              mono={props.mono}
              nothing={props.nothing}
              onPick={pick}
            />
          )}
        </div>
      )}
    </Field>
  );
}
