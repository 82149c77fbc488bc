import { PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Document } from "#values/document.ts";
import { Instant } from "#parts/instant.tsx";
import type { GridColumn } from "#ui/data-grid/grid-column.ts";
import { middleCut } from "#ui/middle-cut.ts";
import { ValueCell } from "#ui/value-cell.tsx";
import type { RenderId } from "#ui/value-text.tsx";
import { columnDetail, columnWidth, isNumeric, type Column } from "./columns.ts";

/** The columns of a table: its id, its creation, then the fields in the order in which they appeared. */
export function gridColumns(
  columns: readonly Column[],
  renderId: RenderId,
  onOpen: (document: Document) => void,
): GridColumn<Document>[] {
  return [
    {
      id: "_id",
      header: "_id",
      size: 148,
      frozen: true,
      rowHeader: true,
      cell: (document) => <IdCell document={document} onOpen={onOpen} />,
    },
    {
      id: "_creationTime",
      header: "_creationTime",
      size: 172,
      cell: (document) => <CreationTime document={document} />,
    },
    ...columns.map((column): GridColumn<Document> => ({
      // A field may have the name of a column above it only with another first letter, but a prefix costs nothing.
      id: `field:${column.field}`,
      header: column.field,
      detail: columnDetail(column),
      size: columnWidth(column),
      align: isNumeric(column) ? "right" : "left",
      cell: (document) => <ValueCell value={fieldOf(document, column.field)} renderId={renderId} />,
    })),
  ];
}

/** A field's value; undefined when it is unset. */
export function fieldOf(document: Document, field: string) {
  return Object.hasOwn(document.fields, field) ? document.fields[field] : undefined;
}

function IdCell(props: { document: Document; onOpen: (document: Document) => void }): ReactNode {
  const { id } = props.document;
  return (
    <>
      <data value={id} title={id} className="value truncate text-accent">
        {middleCut(id)}
      </data>
      <button
        type="button"
        aria-label="Open document"
        title="Open document"
        tabIndex={-1}
        onClick={() => props.onOpen(props.document)}
        className="ml-auto inline-flex size-6 shrink-0 items-center justify-center rounded-4 text-ink-2 opacity-0 transition-opacity hover:bg-bg hover:text-ink focus-visible:opacity-100 in-[[data-row]:hover]:opacity-100 pointer-coarse:opacity-100"
      >
        <PanelRight size={14} strokeWidth={1.5} aria-hidden />
      </button>
    </>
  );
}

function CreationTime(props: { document: Document }): ReactNode {
  const { creationTime } = props.document;
  return (
    <data value={String(creationTime)} className="truncate">
      <Instant at={new Date(creationTime)} />
    </data>
  );
}
