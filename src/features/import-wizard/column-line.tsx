import { type ColumnKind, recordKinds, tableKinds } from "#reading/column-kind.ts";
import type { ColumnMapping } from "#reading/mapping.ts";
import { Badge } from "#ui/badge.tsx";
import { cx } from "#ui/cx.ts";
import { Select } from "#ui/select.tsx";
import { TextField } from "#ui/text-field.tsx";
import type { Remark } from "./column-remarks.ts";

const kindNames: Readonly<Record<ColumnKind, string>> = {
  text: "Text",
  number: "Number",
  boolean: "Boolean",
  json: "JSON",
  "as-is": "As in the file",
  "leave-out": "Leave out",
};

const options = (kinds: readonly ColumnKind[]) => kinds.map((value) => ({ value, label: kindNames[value] }));
const tableOptions = options(tableKinds);
const recordOptions = options(recordKinds);

/** Where the columns of the list stand, from 1024 px up; below, a column is a small block. */
export const columnGrid =
  "lg:grid lg:grid-cols-[minmax(96px,1fr)_160px_140px_64px_minmax(160px,2fr)_minmax(80px,0.8fr)] lg:items-center lg:gap-3";

export interface ColumnLineProps {
  /** The column's name on screen. */
  readonly label: string;
  readonly column: ColumnMapping;
  readonly isTable: boolean;
  readonly fits: string;
  readonly remarks: readonly Remark[];
  /** The first value as it will be stored. */
  readonly stored: string;
  readonly problem: string | undefined;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onChange: (part: Partial<Pick<ColumnMapping, "field" | "kind">>) => void;
}

/** One column of the file: its name there, the field, the type, how well it fits and what to know about it. */
export function ColumnLine(props: ColumnLineProps) {
  const { column, remarks } = props;
  return (
    <li
      onFocusCapture={props.onSelect}
      className={cx(
        "flex min-h-8 flex-col gap-1.5 border-b border-line px-4 py-2 lg:py-0.5",
        columnGrid,
        props.selected && "lg:bg-selected",
      )}
    >
      <span className="value truncate" title={props.label}>
        {props.label}
      </span>
      <div className="flex gap-2 lg:contents">
        <TextField
          label={`Field name of ${props.label}`}
          hideLabel
          mono
          value={column.kind === "leave-out" ? "" : column.field}
          placeholder={column.kind === "leave-out" ? "not stored" : undefined}
          disabled={column.kind === "leave-out"}
          error={props.problem}
          onChange={(field) => props.onChange({ field })}
          className="min-w-0 grow"
        />
        <Select
          label={`Type of ${props.label}`}
          hideLabel
          value={column.kind}
          onChange={(kind) => props.onChange({ kind })}
          options={props.isTable ? tableOptions : recordOptions}
          warned={remarks.some((remark) => remark.tone === "warn")}
          className="w-32 shrink-0 lg:w-auto"
        />
      </div>
      <span className="text-12 text-ink-2 lg:text-right">
        <span className="text-quiet lg:sr-only">Fits </span>
        {props.fits}
      </span>
      <span className="min-w-0 text-12 break-words text-ink-2">
        {remarks.map((remark, at) => (
          <span key={`${remark.tag ?? ""}${remark.text}`}>
            {at > 0 && (remark.tag === undefined ? ", " : " ")}
            {remark.tag !== undefined && (
              <>
                <Badge tone={remark.tone === "warn" ? "warn" : "accent"}>{remark.tag}</Badge>{" "}
              </>
            )}
            {remark.text}
          </span>
        ))}
      </span>
      <span className="value truncate text-ink-2 max-lg:hidden" title={props.stored}>
        {props.stored}
      </span>
    </li>
  );
}
