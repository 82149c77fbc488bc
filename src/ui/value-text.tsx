import type { ReactNode } from "react";
import { isArray, type ConvexValue } from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";
import { bytesPreview } from "./bytes-preview.ts";
import { entriesLine } from "./entries-line.ts";
import { middleCut } from "./middle-cut.ts";
import { numberText } from "./number-text.ts";
import { visibleText } from "./visible-text.ts";

/** Draws an id: a link, a peek. `shown` is how it stands in the line. */
export type RenderId = (id: string, shown: string) => ReactNode;

export interface ValueTextProps {
  /** Undefined is a field that is not set. */
  value: ConvexValue | undefined;
  /** Strings in quotes and in mono, ids whole, as in trees. */
  inTree?: boolean | undefined;
  renderId?: RenderId | undefined;
}

// A line never holds more than this of a text; the whole is behind it (the tree unfolds it, copying takes it).
const lineLimit = 600;

/** Any value in one line, by colour and sign of its type, nothing rounded. `<ValueText value={value} inTree />` */
export function ValueText({ value, inTree, renderId }: ValueTextProps) {
  switch (typeof value) {
    case "undefined":
      return <span className="text-quiet">{inTree ? "unset" : "–"}</span>;
    case "string":
      return <StringText text={value} inTree={inTree} renderId={renderId} />;
    case "bigint":
      return (
        <span className="value text-value-number">
          {String(value)}
          <span className="text-quiet">n</span>
        </span>
      );
    case "number":
      return (
        <span className={Number.isFinite(value) ? "value text-value-number" : "value text-value-word"}>
          {numberText(value)}
        </span>
      );
    case "boolean":
      return <span className="value text-value-word">{String(value)}</span>;
    default:
      break;
  }
  if (value === null) return <span className="value text-value-word">null</span>;
  if (value instanceof Uint8Array) {
    const { size, hex } = bytesPreview(value);
    return (
      <span className="value text-quiet">
        <span className="text-value-word">{size}</span> {hex}
      </span>
    );
  }
  const count = isArray(value) ? value.length : Object.keys(value).length;
  return (
    <span className="value text-quiet">
      {isArray(value) ? `[${count}]` : `{${count}}`} {entriesLine(value)}
    </span>
  );
}

function StringText({
  text,
  inTree,
  renderId,
}: {
  text: string;
  inTree: boolean | undefined;
  renderId: RenderId | undefined;
}) {
  if (isDocumentId(text)) {
    const shown = inTree ? text : middleCut(text);
    const id = (
      <span className="value text-accent" title={inTree ? undefined : text}>
        {renderId ? renderId(text, shown) : shown}
      </span>
    );
    return inTree ? <Quoted>{id}</Quoted> : id;
  }
  const cut = text.length > lineLimit;
  const inside = visibleText(cut ? text.slice(0, lineLimit) : text).map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      <span key={index} className="font-mono text-11 text-quiet">
        {part.text}
      </span>
    ),
  );
  const body = (
    <>
      {inside}
      {cut && "…"}
    </>
  );
  if (!inTree)
    return text === "" ? <span className="text-quiet">empty</span> : <span className="text-ink">{body}</span>;
  return <Quoted>{body}</Quoted>;
}

function Quoted({ children }: { children: ReactNode }) {
  return (
    <span className="value text-ink">
      <span className="text-quiet">&quot;</span>
      {children}
      <span className="text-quiet">&quot;</span>
    </span>
  );
}
