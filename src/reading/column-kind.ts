/**
 * What becomes of a column. Cells of a table: `text`, `number`, `boolean`, `json` (an array or object in a cell).
 * Fields of JSON records: `as-is`, or `text` (what is not text already becomes its JSON). `leave-out`: not stored.
 */
export type ColumnKind = "text" | "number" | "boolean" | "json" | "as-is" | "leave-out";

export const tableKinds: readonly ColumnKind[] = ["text", "number", "boolean", "json", "leave-out"];
export const recordKinds: readonly ColumnKind[] = ["as-is", "text", "leave-out"];
