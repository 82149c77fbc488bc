import { useMemo } from "react";
import { isObject, printJson } from "#values/json.ts";
import type { FileAnalysis } from "#reading/analyse-file.ts";
import { columnLabels } from "#reading/column-labels.ts";
import { namesOf } from "#reading/mapping.ts";
import type { DataRecord } from "#reading/source-record.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import type { GridColumn } from "#ui/data-grid/grid-column.ts";
import { formatCount } from "#ui/format-count.ts";

// More columns than anyone scrolls through; the list of columns has them all.
const mostColumns = 200;

/** The first records as the file has them: the grid "Rows". */
export function RowsPreview(props: { analysis: FileAnalysis; marked?: number | undefined }) {
  const { analysis, marked } = props;
  const columns = useMemo(() => columnsOf(analysis, marked), [analysis, marked]);
  const { sample } = analysis;
  return (
    <section aria-label="Preview" className="flex h-52 min-h-0 shrink-0 flex-col border-t border-line">
      <div className="flex h-8 shrink-0 items-center gap-2 border-b border-line bg-sunken px-4">
        <h2 className="text-12 font-semibold">Preview</h2>
        <span className="text-11 text-quiet">as the file has it</span>
        <span className="ml-auto text-11 text-quiet">
          {sample.length === 0 ? "no records" : `first ${formatCount(sample.length)} records`}
        </span>
      </div>
      <DataGrid
        label="Rows"
        columns={columns}
        rowCount={sample.length}
        total={sample.length}
        rowAt={(index) => sample[index]}
        compactRow={compactRow}
      />
    </section>
  );
}

function columnsOf(analysis: FileAnalysis, marked: number | undefined): GridColumn<DataRecord>[] {
  const names = namesOf(analysis);
  const labels = columnLabels(names);
  const line: GridColumn<DataRecord> = {
    id: "line",
    header: "line",
    size: 72,
    align: "right",
    frozen: true,
    rowHeader: true,
    cell: (record) => <span className="text-quiet">{formatCount(record.line)}</span>,
  };
  const cells = names.slice(0, mostColumns).map((name, index): GridColumn<DataRecord> => ({
    id: String(index),
    header: labels[index]!,
    size: 140,
    marked: index === marked,
    cell: (record) => cellOf(record, name, index),
  }));
  return [line, ...cells];
}

function cellOf(record: DataRecord, name: string, index: number) {
  if (record.kind === "bad") return index === 0 ? <span className="text-bad">{record.reason}</span> : "";
  const text = record.kind === "row" ? record.cells[index] : textOf(record, name);
  if (text === undefined) return <span className="text-quiet">empty</span>;
  if (text === "") return <span className="text-quiet">&quot;&quot;</span>;
  return <span className="block truncate">{text.slice(0, 200)}</span>;
}

function textOf(record: Extract<DataRecord, { kind: "object" }>, name: string): string | undefined {
  const value = Object.hasOwn(record.data, name) ? record.data[name] : undefined;
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : printJson(value);
}

function compactRow(record: DataRecord) {
  const parts =
    record.kind === "bad"
      ? [record.reason]
      : record.kind === "row"
        ? record.cells.filter((cell) => cell !== undefined)
        : Object.values(record.data).map((value) => (isObject(value) ? "{…}" : printJson(value)));
  return (
    <div className="flex min-w-0 flex-col justify-center">
      <span className="truncate text-13">{parts[0] ?? "empty"}</span>
      <span className="truncate text-12 text-quiet">
        line {formatCount(record.line)} {parts.slice(1, 4).join(" ")}
      </span>
    </div>
  );
}
