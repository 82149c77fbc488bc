/** A long text to read, select and search with the browser's own means. */
export function RawJson(props: { label: string; text: string }) {
  return (
    <textarea
      readOnly
      aria-label={props.label}
      value={props.text}
      spellCheck={false}
      className="value focus-inset min-h-0 grow resize-none bg-bg px-4 py-2 leading-5"
    />
  );
}
