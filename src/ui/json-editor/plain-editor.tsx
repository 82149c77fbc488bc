import type { JsonEditorProps } from "./json-editor-props.ts";

/** What stands in Monaco's place until it is loaded: the same text at the same place, ready to be typed into. */
export function PlainEditor(props: JsonEditorProps) {
  return (
    <textarea
      aria-label={props.label}
      data-plain-editor
      value={props.value}
      readOnly={props.readOnly ?? props.onChange === undefined}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={(event) => props.onChange?.(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        props.onSubmit?.();
      }}
      className="min-h-0 w-full flex-1 resize-none bg-bg py-2 pr-3 pl-[53px] font-mono text-[12.5px] leading-5 whitespace-pre text-ink"
    />
  );
}
