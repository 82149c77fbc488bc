import { isNumeric, type Column } from "./columns.ts";

/** What the two lines of a row show where there is no room for columns. */
export interface CompactFields {
  /** The field by which a person knows the document. */
  readonly title: string | undefined;
  readonly others: readonly string[];
  readonly figure: string | undefined;
}

const names = /^(title|subject|name|label|email|body|text|message|description)$/i;
const brief = new Set(["string", "id", "boolean"]);

/** Chooses them from the columns: a text with a telling name or else the longest, two brief fields, one number. */
export function compactFields(columns: readonly Column[]): CompactFields {
  const texts = columns.filter((column) => column.kinds.includes("string"));
  const title =
    texts.find((column) => names.test(column.field)) ?? texts.toSorted((a, b) => b.length - a.length)[0];
  const others = columns.filter(
    (column) => column !== title && column.kinds.some((kind) => brief.has(kind)) && column.length <= 32,
  );
  return {
    title: title?.field,
    others: others.slice(0, 2).map((column) => column.field),
    figure: columns.find(isNumeric)?.field,
  };
}
