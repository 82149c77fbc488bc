import { isArray, type ConvexValue } from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";
import type { Document } from "#values/document.ts";
import { preview } from "#values/preview.ts";

export type ValueKind =
  | "null"
  | "boolean"
  | "number"
  | "int64"
  | "string"
  | "id"
  | "bytes"
  | "array"
  | "object";

/** A field of the documents that were read. */
export interface Column {
  readonly field: string;
  /** The kinds of values seen, the first seen first. */
  readonly kinds: readonly ValueKind[];
  /** Length of the longest value seen, in characters as a grid shows it; at most `longest`. */
  readonly length: number;
}

const longest = 48;

/**
 * The fields of all documents read so far, in the order in which they first appeared, so that a column never moves when
 * a further page is read. The same array when these documents show nothing new.
 */
export function withDocuments(columns: readonly Column[], documents: readonly Document[]): readonly Column[] {
  const byField = new Map(columns.map((column) => [column.field, column]));
  let isChanged = false;
  for (const document of documents) {
    for (const [field, value] of Object.entries(document.fields)) {
      const before = byField.get(field) ?? { field, kinds: [], length: 0 };
      // Whether a text is an id costs a checksum, and a column that holds other texts is no column of ids.
      const kind = kindOf(value, before.kinds);
      const length = Math.max(before.length, lengthOf(value, kind));
      const isKnown = before.kinds.includes(kind);
      if (isKnown && length === before.length) continue;
      isChanged = true;
      byField.set(field, { field, kinds: isKnown ? before.kinds : [...before.kinds, kind], length });
    }
  }
  return isChanged ? [...byField.values()] : columns;
}

function kindOf(value: ConvexValue, seen: readonly ValueKind[]): ValueKind {
  switch (typeof value) {
    case "string":
      return !seen.includes("string") && isDocumentId(value) ? "id" : "string";
    case "number":
      return "number";
    case "bigint":
      return "int64";
    case "boolean":
      return "boolean";
    default:
      break;
  }
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "bytes";
  return isArray(value) ? "array" : "object";
}

/** Ids are shown with their middle left out. */
const shownId = 13;

function lengthOf(value: ConvexValue, kind: ValueKind): number {
  switch (typeof value) {
    case "string":
      return kind === "id" ? shownId : Math.min(longest, value.length);
    case "number":
    case "bigint":
      return String(value).length + (typeof value === "bigint" ? 1 : 0);
    case "boolean":
      return 5;
    default:
      break;
  }
  if (value === null) return 4;
  if (value instanceof Uint8Array) return 24;
  // The count of its items or fields stands before them.
  return Math.min(32, preview(value, 32).length + 4);
}

/** What stands after a column's name: the one kind of its values, or nothing when there are several. */
export function columnDetail(column: Column): string | undefined {
  const holdsTexts = column.kinds.includes("string");
  const kinds = column.kinds.filter((kind) => kind !== "null" && !(kind === "id" && holdsTexts));
  const [only] = kinds;
  if (kinds.length !== 1 || only === undefined) return undefined;
  return only === "id" ? "Id" : only;
}

/** Numbers line up at the right. */
export function isNumeric(column: Column): boolean {
  const kinds = column.kinds.filter((kind) => kind !== "null");
  return kinds.length > 0 && kinds.every((kind) => kind === "number" || kind === "int64");
}

/** Width at which the values seen mostly fit, px. */
export function columnWidth(column: Column): number {
  const heading = column.field.length + (columnDetail(column)?.length ?? 0) + 1;
  const characters = Math.max(heading, column.length);
  // 7.3 px is a character of the figures' font at 12 px; text is a little narrower.
  const width = Math.ceil(characters * 7.3) + 26;
  return Math.min(Math.max(width, 76), isNumeric(column) ? 400 : 240);
}
