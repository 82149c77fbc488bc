import { Check, TriangleAlert } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import type { ArgumentsDraft } from "./read-arguments.ts";

/** Below the arguments: whether they can be sent, and what the deployment would make of them. */
export function ArgumentNotes(props: {
  draft: ArgumentsDraft;
  /** There is a validator to hold them against. */
  isChecked: boolean;
  /** Of the text, in characters. */
  length: number;
  onMend: (text: string) => void;
}) {
  const { draft } = props;
  if (draft.kind === "broken") {
    return (
      <div role="alert" className="shrink-0 border-t border-line px-4 py-2 text-12">
        <p className="flex items-start gap-2 text-bad">
          <TriangleAlert size={14} strokeWidth={1.5} aria-hidden className="mt-px shrink-0" />
          <span>
            Not JSON at line {draft.line}, column {draft.column}: {draft.sentence}.
          </span>
        </p>
      </div>
    );
  }
  const { notes } = draft;
  if (notes.length === 0) {
    return (
      <p className="flex h-9 shrink-0 items-center gap-2 border-t border-line px-4 text-12">
        {props.isChecked && (
          <span className="flex items-center gap-2 text-ok">
            <Check size={14} strokeWidth={1.5} aria-hidden />
            Fits the validator
          </span>
        )}
        <span className="ml-auto text-quiet">{formatBytes(props.length)} of 16 MiB</span>
      </p>
    );
  }
  return (
    <div className="flex max-h-52 shrink-0 flex-col border-t border-line text-12">
      <p className="flex h-9 shrink-0 items-center gap-2 px-4">
        <span className="flex items-center gap-2 font-medium text-bad">
          <TriangleAlert size={14} strokeWidth={1.5} aria-hidden />
          {notes.length === 1 ? "1 problem" : `${notes.length} problems`}
        </span>
        <span className="ml-auto text-quiet">Run sends them as they are</span>
      </p>
      <ul aria-label="Problems" className="min-h-0 overflow-y-auto">
        {notes.map(({ line, path, sentence, mend }, index) => (
          <li
            key={index}
            className="grid grid-cols-[48px_minmax(0,1fr)_auto] items-baseline gap-x-3 border-t border-line px-4 py-1.5"
          >
            <span className="text-quiet">line {line}</span>
            <span className="min-w-0 break-words">
              {path !== "" && <span className="value mr-2 font-medium">{path}</span>}
              <span className="text-ink-2">{sentence}</span>
            </span>
            {mend !== undefined && (
              <Button size="small" onClick={() => props.onMend(mend.text)}>
                {mend.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
