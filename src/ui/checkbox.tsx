import { useId, type ReactNode } from "react";

/** `<Checkbox label="Keep names as in the file" checked={keep} onChange={setKeep} hint="…" />` */
export function Checkbox(props: {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** Neither: some of what it stands for. */
  mixed?: boolean | undefined;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2 py-1">
      <input
        id={id}
        ref={(input) => {
          if (input) input.indeterminate = props.mixed ?? false;
        }}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}hint` : undefined}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-13 text-ink">
          {props.label}
        </label>
        {props.hint && (
          <div id={`${id}hint`} className="text-12 text-quiet">
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}
