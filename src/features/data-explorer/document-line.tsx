import type { Document } from "#values/document.ts";
import { Instant } from "#parts/instant.tsx";
import { middleCut } from "#ui/middle-cut.ts";
import { ValueText, type RenderId } from "#ui/value-text.tsx";
import type { CompactFields } from "./compact-fields.ts";
import { fieldOf } from "./grid-columns.tsx";

/** A document in two lines, for a phone: what one knows it by and when it was made; its id, two fields, a number. */
export function DocumentLine(props: {
  document: Document;
  fields: CompactFields;
  renderId: RenderId;
  onOpen: (document: Document) => void;
}) {
  const { document, fields, renderId } = props;
  return (
    <>
      <div className="flex items-baseline gap-3">
        <span className="min-w-0 truncate text-13 font-medium">
          {fields.title === undefined ? (
            <span className="value">{document.id}</span>
          ) : (
            <ValueText value={fieldOf(document, fields.title)} />
          )}
        </span>
        <span className="ml-auto shrink-0 text-12 text-quiet">
          <Instant at={new Date(document.creationTime)} timeOnly />
        </span>
      </div>
      <div className="flex items-baseline gap-2 text-12">
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Open document ${document.id}`}
          onClick={() => props.onOpen(document)}
          className="value -my-1 shrink-0 py-1 text-accent"
        >
          {middleCut(document.id, 6, 4)}
        </button>
        {fields.others.map((field) => (
          <span key={field} className="min-w-0 truncate text-ink-2">
            <ValueText value={fieldOf(document, field)} renderId={renderId} />
          </span>
        ))}
        {fields.figure !== undefined && (
          <span className="ml-auto shrink-0">
            <ValueText value={fieldOf(document, fields.figure)} />
          </span>
        )}
      </div>
    </>
  );
}
