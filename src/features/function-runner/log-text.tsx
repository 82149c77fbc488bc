import { useState } from "react";
import { cx } from "#ui/cx.ts";
import { formatCount } from "#ui/format-count.ts";
import { visibleText } from "#ui/visible-text.ts";
import { isDocumentId } from "#values/document-id.ts";
import { readLogText, type LogPart } from "./read-log-text.ts";

const tones: Record<LogPart["kind"], string> = {
  text: "text-ink",
  number: "text-value-number",
  word: "text-value-word",
  printed: "text-ink-2",
};
// A line may have 32 KiB, and there may be 256 of them.
const shownAtFirst = 2000;

/** One log line; a very long one is cut until it is asked for. */
export function LogText(props: { text: string }) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && props.text.length > shownAtFirst;
  const parts = readLogText(cut ? props.text.slice(0, shownAtFirst) : props.text);
  return (
    <span className="value min-w-0 leading-5 break-words whitespace-pre-wrap">
      {parts.map((part, index) => (
        <span
          key={index}
          className={cx(part.kind === "text" && isDocumentId(part.text) ? "text-accent" : tones[part.kind])}
        >
          <Visible text={part.text} />
        </span>
      ))}
      {cut && (
        <button type="button" className="link pl-1 font-sans text-12" onClick={() => setWhole(true)}>
          … show all {formatCount(props.text.length)} characters
        </button>
      )}
    </span>
  );
}

/** Line ends and tabs do their work here; what else cannot be seen stands as its code. */
function Visible({ text }: { text: string }) {
  return text.split(/(\r?\n|\t)/).map((piece, index) =>
    index % 2 === 1
      ? piece
      : visibleText(piece).map((part, at) =>
          part.kind === "text" ? (
            part.text
          ) : (
            <span key={`${index}-${at}`} className="text-11 text-quiet">
              {part.text}
            </span>
          ),
        ),
  );
}
