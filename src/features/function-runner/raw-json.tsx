import { useMemo, useState } from "react";
import { Button } from "#ui/button.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { encodedText } from "./encoded-text.ts";

// A browser lays out a text box as a whole; beyond this one waits for it.
const shownAtFirst = 1_000_000;

/** A value's JSON to read, select and search with the browser's own means. */
export function RawJson(props: { label: string; value: ConvexValue }) {
  const text = useMemo(() => encodedText(props.value), [props.value]);
  const [whole, setWhole] = useState(false);
  const isCut = !whole && text.length > shownAtFirst;
  return (
    <>
      {isCut && (
        <p className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-4 py-1.5 text-12 text-ink-2">
          The first {formatBytes(shownAtFirst)} of {formatBytes(text.length)}. Copying takes the whole.
          <Button size="small" onClick={() => setWhole(true)}>
            Show all
          </Button>
        </p>
      )}
      <textarea
        readOnly
        aria-label={props.label}
        value={isCut ? text.slice(0, shownAtFirst) : text}
        spellCheck={false}
        className="value focus-inset min-h-0 grow resize-none bg-bg px-4 py-2 leading-5"
      />
    </>
  );
}
