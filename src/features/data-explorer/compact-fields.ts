import { isNumeric, type Column, type ValueKind } from "./columns.ts";

/** What the two lines of a row show where there is no room for columns. */
export interface CompactFields {
  /** The field by which a person knows the document. */
  readonly title: string | undefined;
  readonly others: readonly string[];
  readonly figure: string | undefined;
}

const names = /^(title|subject|name|label|email|body|text|message|description)$/i;
/** What fits beside an id, the likeliest to tell two documents apart first. */
const brief: readonly ValueKind[] = ["string", "boolean", "id"];

/** Chooses them from the columns: a text with a telling name or else the longest, two brief fields, one number. */
export function compactFields(columns: readonly Column[]): CompactFields {
  const texts = columns.filter((column) => column.kinds.includes("string"));
  const title =
    texts.find((column) => names.test(column.field)) ?? texts.toSorted((a, b) => b.length - a.length)[0];
  const others = brief.flatMap((kind) =>
    columns.filter((column) => column !== title && column.kinds.includes(kind) && column.length <= 32),
  );
  const numbers = columns.filter(isNumeric);
  const figure =
    numbers.find((column) => column.kinds.includes("int64")) ??
    numbers.toSorted((a, b) => a.length - b.length)[0];
  return {
    title: title?.field,
    others: [...new Set(others.map((column) => column.field))].slice(0, 2),
    figure: figure?.field,
  };
}
