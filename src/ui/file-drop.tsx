import { Upload } from "lucide-react";
import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";

/** A file, chosen or dropped. `<FileDrop accept=".csv,.json" onFile={read}>CSV, TSV, JSON…</FileDrop>` */
export function FileDrop(props: {
  /** Name of the input. */
  label?: string | undefined;
  accept?: string | undefined;
  onFile: (file: File) => void;
  /** Which files, in a sentence. */
  children?: ReactNode;
  disabled?: boolean | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !props.disabled) props.onFile(file);
  };

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
      className={cx(
        "rounded-4 border border-dashed px-6 py-8 transition-colors",
        over ? "border-accent bg-selected" : "border-line-strong bg-bg",
      )}
    >
      {/* The button is what the keyboard reaches; the input is there for its name and for the browser's picker. */}
      <input
        ref={input}
        type="file"
        aria-label={props.label ?? "File"}
        accept={props.accept}
        disabled={props.disabled}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) props.onFile(file);
          // The same file chosen again is a choice too.
          event.target.value = "";
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={Upload} size="large" disabled={props.disabled} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <span className="text-13 text-ink-2">{over ? "Let go to read it" : "or drop it here"}</span>
      </div>
      {props.children !== undefined && <div className="mt-3 text-12 text-quiet">{props.children}</div>}
    </div>
  );
}
