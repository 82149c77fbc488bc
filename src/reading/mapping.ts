import { loadTransliteration } from "#values/transliterate.ts";
import type { FileAnalysis } from "./analyse-file.ts";
import type { ColumnKind } from "./column-kind.ts";
import { nameFields, type NameStyle } from "./name-fields.ts";

/** What becomes of one column or field of the file: the field it is stored as, and how. */
export interface ColumnMapping {
  /** The name in the file; for JSON records the key. */
  readonly name: string;
  readonly field: string;
  readonly kind: ColumnKind;
}

/** One entry a column, in the order of the file; plain data, so that it can go to a worker. */
export type Mapping = readonly ColumnMapping[];

/** The mapping that a file gets before anyone changes it. */
export async function defaultMapping(analysis: FileAnalysis, style: NameStyle): Promise<Mapping> {
  const names = namesOf(analysis);
  if (names.some((name) => /[^\0-\x7f]/.test(name))) await loadTransliteration();
  const fields = nameFields(names, style);
  return names.map((name, index) => ({
    name,
    field: fields[index]!,
    kind: analysis.format.kind === "table" ? analysis.columns[index]!.kind : "as-is",
  }));
}

export function namesOf(analysis: FileAnalysis): readonly string[] {
  return analysis.format.kind === "table"
    ? analysis.columns.map((column) => column.name)
    : analysis.fields.map((field) => field.name);
}
