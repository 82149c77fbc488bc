import type { FileAnalysis } from "#reading/analyse-file.ts";
import type { CsvDialect } from "#reading/csv-dialect.ts";
import type { NameStyle } from "#reading/name-fields.ts";
import { Select, type SelectOption } from "#ui/select.tsx";
import { formatName } from "./format-name.ts";

const delimiters: readonly SelectOption<CsvDialect["delimiter"]>[] = [
  { value: ",", label: "Comma" },
  { value: "\t", label: "Tab" },
  { value: ";", label: "Semicolon" },
  { value: "|", label: "Bar" },
];

// A select cannot hold an empty value apart from nothing chosen.
type QuoteName = "double" | "single" | "none";

const quotes: readonly SelectOption<QuoteName>[] = [
  { value: "double", label: '"' },
  { value: "single", label: "'" },
  { value: "none", label: "None" },
];

const characterOf: Readonly<Record<QuoteName, CsvDialect["quote"]>> = { double: '"', single: "'", none: "" };

const styles: readonly SelectOption<NameStyle>[] = [
  { value: "identifiers", label: "Identifiers" },
  { value: "as-in-file", label: "As in the file" },
];

/** How the file is read and how its fields are named; a change is read at once. */
export function DialectBar(props: {
  analysis: FileAnalysis;
  style: NameStyle;
  onStyle: (style: NameStyle) => void;
  onDialect: (dialect: CsvDialect) => void;
}) {
  const { format } = props.analysis;
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1.5">
      <span className="text-12 text-quiet">Read as</span>
      {format.kind === "table" ? (
        <Dialect dialect={format.dialect} onDialect={props.onDialect} />
      ) : (
        <span className="text-12">{formatName(format)}</span>
      )}
      <Select label="Field names" inline value={props.style} onChange={props.onStyle} options={styles} />
    </div>
  );
}

function Dialect(props: { dialect: CsvDialect; onDialect: (dialect: CsvDialect) => void }) {
  const { dialect, onDialect } = props;
  const quote =
    (Object.keys(characterOf) as QuoteName[]).find((name) => characterOf[name] === dialect.quote) ?? "double";
  return (
    <>
      <Select
        label="Delimiter"
        inline
        value={dialect.delimiter}
        onChange={(delimiter) => onDialect({ ...dialect, delimiter })}
        options={delimiters}
      />
      <Select
        label="Quote"
        inline
        value={quote}
        onChange={(name) => onDialect({ ...dialect, quote: characterOf[name] })}
        options={quotes}
      />
    </>
  );
}
