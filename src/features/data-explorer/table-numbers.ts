import type { ConvexValue } from "#values/convex-value.ts";
import { decodeDocumentId, isDocumentId } from "#values/document-id.ts";
import type { Document } from "#values/document.ts";
import type { Shape } from "#values/shape.ts";

/** The table of each table number; ids carry the number of their table and not its name. */
export type TableNumbers = ReadonlyMap<number, string>;

/**
 * Learns which number stands for which table: the documents' own from their ids, others from fields whose type says
 * that they hold ids of one table.
 */
export function learnTableNumbers(shape: Shape | undefined, documents: readonly Document[]): TableNumbers {
  const numbers = new Map<number, string>();
  const [first] = documents;
  if (first && isDocumentId(first.id)) numbers.set(decodeDocumentId(first.id).tableNumber, first.table);
  const wanted = shape?.kind === "object" ? shape.fields : [];
  for (const { name, shape: field } of wanted) {
    const table = onlyTable(field);
    if (table === undefined) continue;
    const id = documents.map((document) => document.fields[name]).find(isId);
    if (id !== undefined) numbers.set(decodeDocumentId(id).tableNumber, table);
  }
  return numbers;
}

/** The table that a text's id belongs to; undefined when it is no id or its table is not known. */
export function tableOfId(numbers: TableNumbers, text: string): string | undefined {
  return isDocumentId(text) ? numbers.get(decodeDocumentId(text).tableNumber) : undefined;
}

function isId(value: ConvexValue | undefined): value is string {
  return typeof value === "string" && isDocumentId(value);
}

function onlyTable(shape: Shape): string | undefined {
  if (shape.kind === "id") return shape.table;
  if (shape.kind !== "union") return undefined;
  const tables = shape.members.flatMap((member) => (member.kind === "id" ? [member.table] : []));
  const hasOtherTexts = shape.members.some((member) => member.kind === "string");
  return tables.length === 1 && !hasOtherTexts ? tables[0] : undefined;
}
