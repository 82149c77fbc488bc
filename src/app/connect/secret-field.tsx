import { Eye, EyeOff } from "lucide-react";
import { useState, type ClipboardEvent } from "react";
import { controlClass } from "#ui/control-class.ts";
import { cx } from "#ui/cx.ts";
import { Field } from "#ui/field.tsx";

/**
 * A key or token, covered with dots. An ordinary text field all the same: password managers offer to keep what is typed
 * into a password field.
 */
export function SecretField(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onPaste?: ((event: ClipboardEvent<HTMLInputElement>) => void) | undefined;
  invalid: boolean;
  /** The beginning that may be read, as it only names a deployment. */
  plainPart?: string | undefined;
  /** Name of the button that uncovers it. */
  reveal: string;
  hint?: string | undefined;
}) {
  const [shown, setShown] = useState(false);
  const [focused, setFocused] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const plain = props.plainPart ?? "";
  const drawn = !shown && !focused && plain !== "";
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <div className="relative min-w-0">
          <input
            {...control}
            aria-invalid={props.invalid || undefined}
            type="text"
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            onPaste={props.onPaste}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            data-1p-ignore
            data-lpignore="true"
            className={cx(
              controlClass({ size: "large", mono: true, invalid: props.invalid }),
              "pr-9",
              !shown && "[-webkit-text-security:disc]",
              drawn && "text-transparent",
            )}
          />
          {drawn && (
            <div
              aria-hidden
              className="value pointer-events-none absolute inset-y-0 right-9 left-[9px] flex items-center overflow-hidden whitespace-pre text-ink"
            >
              <span className="min-w-0 truncate">{plain + "•".repeat(26)}</span>
            </div>
          )}
          <button
            type="button"
            aria-label={props.reveal}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0.5 my-auto inline-flex size-[calc(var(--control-large)-4px)] items-center justify-center rounded-4 text-ink-2 hover:text-ink"
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  );
}
