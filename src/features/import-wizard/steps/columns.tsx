import { useMemo, useState } from "react";
import { printJson } from "#values/json.ts";
import type { FileAnalysis } from "#reading/analyse-file.ts";
import { cellValue } from "#reading/cell-value.ts";
import { columnLabels } from "#reading/column-labels.ts";
import type { CsvDialect } from "#reading/csv-dialect.ts";
import type { Mapping } from "#reading/mapping.ts";
import { Notice } from "#ui/notice.tsx";
import { Progress } from "#ui/progress.tsx";
import { ColumnLine, columnGrid } from "#features/import-wizard/column-line.tsx";
import { columnRemarks, fieldRemarks, fits } from "#features/import-wizard/column-remarks.ts";
import { DialectBar } from "#features/import-wizard/dialect-bar.tsx";
import { RowsPreview } from "#features/import-wizard/rows-preview.tsx";
import { StoredDocument } from "#features/import-wizard/stored-document.tsx";
import type { FileReading } from "#features/import-wizard/use-file-reading.ts";
import type { MappingState } from "#features/import-wizard/use-mapping.ts";

/** The second step: what each column is called and what it becomes. */
export function Columns(props: {
  reading: Extract<FileReading, { kind: "read" }>;
  state: MappingState;
  problems: readonly (string | undefined)[];
  onDialect: (dialect: CsvDialect) => void;
}) {
  const { state } = props;
  const { analysis, again, file } = props.reading;
  const [selected, setSelected] = useState<number>();
  const { mapping } = state;
  return (
    <>
      <DialectBar
        analysis={analysis}
        style={state.style}
        onStyle={state.setStyle}
        onDialect={props.onDialect}
      />
      {again?.kind === "reading" && (
        <Progress label="Reading" value={file.size === 0 ? 1 : again.bytes / file.size} />
      )}
      {again?.kind === "refused" && (
        <div className="border-b border-line p-4">
          <Notice tone="bad" alert title="The file cannot be read like this">
            {again.message} What is shown is from before.
          </Notice>
        </div>
      )}
      {mapping === undefined ? (
        <div className="p-4">
          <Progress label="Naming the fields" />
        </div>
      ) : (
        <div className="flex min-h-0 grow flex-col max-lg:overflow-auto lg:flex-row">
          <div className="flex min-w-0 flex-col lg:min-h-0 lg:grow">
            <div className="lg:min-h-0 lg:grow lg:overflow-auto">
              <Warnings analysis={analysis} state={state} />
              <ColumnHead />
              <Lines
                analysis={analysis}
                state={state}
                mapping={mapping}
                problems={props.problems}
                selected={selected}
                onSelect={setSelected}
              />
              <p className="max-w-[72ch] px-4 py-3 text-12 text-quiet">
                {rules[analysis.format.kind === "table" ? "table" : "records"]}
              </p>
            </div>
            <RowsPreview analysis={analysis} marked={selected} />
          </div>
          <StoredDocument analysis={analysis} mapping={mapping} />
        </div>
      )}
    </>
  );
}

const rules = {
  table:
    "A column is numbers by itself only if printing them gives back every cell; .5 for 0.5 is accepted, and zeros at the end where all cells have as many decimals (12.50). Leading zeros, integers beyond 2^53 and words such as NA stay text. An empty cell leaves its field out; an empty text in quotes is stored.",
  records:
    "Values are stored as the file has them, and every number as a 64-bit float. Integers beyond 2^53 are stored as text, because a number would lose their last digits. Names inside a record are kept, but for those that the deployment renames.",
} as const;

function ColumnHead() {
  return (
    <div
      aria-hidden
      className={`sticky top-0 z-10 hidden h-7 border-b border-line bg-sunken px-4 text-11 font-medium text-ink-2 ${columnGrid}`}
    >
      <span>In the file</span>
      <span>Field name</span>
      <span>Type</span>
      <span className="text-right">Fits</span>
      <span>Counter-examples and remarks</span>
      <span>Stored as</span>
    </div>
  );
}

function Lines(props: {
  analysis: FileAnalysis;
  state: MappingState;
  mapping: Mapping;
  problems: readonly (string | undefined)[];
  selected: number | undefined;
  onSelect: (index: number) => void;
}) {
  const { analysis, mapping } = props;
  const isTable = analysis.format.kind === "table";
  const labels = useMemo(() => columnLabels(mapping.map(({ name }) => name)), [mapping]);
  return (
    <ul aria-label="Columns">
      {mapping.map((column, index) => {
        const profile = isTable ? analysis.columns[index] : undefined;
        const field = isTable ? undefined : analysis.fields[index];
        return (
          <ColumnLine
            key={labels[index]}
            label={labels[index]!}
            column={column}
            isTable={isTable}
            fits={profile ? fits(profile, column) : column.kind === "leave-out" ? "–" : "100 %"}
            remarks={profile ? columnRemarks(profile, column) : field ? fieldRemarks(field, column) : []}
            stored={storedAs(profile?.first?.text ?? field?.first?.text, column.kind)}
            problem={props.problems[index]}
            selected={props.selected === index}
            onSelect={() => props.onSelect(index)}
            onChange={(part) => props.state.change(index, part)}
          />
        );
      })}
    </ul>
  );
}

function storedAs(first: string | undefined, kind: Mapping[number]["kind"]): string {
  if (first === undefined || kind === "leave-out") return "–";
  if (kind === "as-is" || first.endsWith("…")) return first;
  const value = cellValue(first, kind);
  return value === undefined ? "refused" : printJson(value);
}

function Warnings(props: { analysis: FileAnalysis; state: MappingState }) {
  const { mapping, style } = props.state;
  const odd = (mapping ?? []).some(
    ({ field, kind }) => kind !== "leave-out" && !/^[A-Za-z][A-Za-z0-9_]*$/.test(field),
  );
  if (style !== "as-in-file" || !odd) return null;
  return (
    <div className="p-4">
      <Notice tone="warn" title="These names make the deployment unable to describe its tables">
        Names with spaces and the like are stored as they are, but the schemas of the whole deployment are
        then refused until a schema is declared, and no schema can name such a field.
      </Notice>
    </div>
  );
}
