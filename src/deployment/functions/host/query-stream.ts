import { decodeBase64, encodeBase64 } from "#values/base64.ts";
import type { ConvexObject } from "#values/convex-value.ts";
import type { Json } from "#values/json.ts";
import type { IndexedDocument, IndexRange, Order, Transaction } from "#deployment/store/transaction.ts";
import { passesFilter } from "./filter-expression.ts";
import { indexRange, type RangeExpression } from "./index-range.ts";

/** A query as `convex/server` serialises it. */
export interface SerializedQuery {
  readonly source:
    | { readonly type: "FullTableScan"; readonly tableName: string; readonly order: Order | null }
    | {
        readonly type: "IndexRange";
        readonly indexName: string;
        readonly range: readonly RangeExpression[];
        readonly order: Order | null;
      }
    | { readonly type: "Search" };
  readonly operators: readonly ({ readonly filter: Json } | { readonly limit: number })[];
}

/** The fields of an index, or undefined when the table has no such index. */
export type IndexFields = (table: string, index: string) => readonly string[] | undefined;

/** Names of user tables and of system tables look alike but for the underscore. */
const tableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

export interface Source {
  readonly table: string;
  readonly index: string;
  readonly range: IndexRange;
  readonly order: Order;
}

/** Where in the database a query reads. @throws Error with the server's words */
export function sourceOf(query: SerializedQuery, fieldsOf: IndexFields): Source {
  const { source } = query;
  if (source.type === "Search") throw new Error("The embedded deployment has no search indexes.");
  const order = source.order ?? "asc";
  if (source.type === "FullTableScan") {
    if (!tableName.test(source.tableName)) throw new Error(`Invalid table name: ${source.tableName}`);
    return { table: source.tableName, index: "by_creation_time", range: { equal: [] }, order };
  }
  const [table = "", index = ""] = source.indexName.split(".");
  const fields = fieldsOf(table, index);
  if (fields === undefined) throw new Error(`Index ${source.indexName} not found.`);
  return { table, index, range: indexRange(source.indexName, fields, source.range), order };
}

/** A document with its system fields among the others, as functions see it. */
export function wholeDocument(stored: {
  readonly id: string;
  readonly creationTime: number;
  readonly fields: ConvexObject;
}): ConvexObject {
  return { ...stored.fields, _creationTime: stored.creationTime, _id: stored.id };
}

/** The documents of a query, one after the other, read only as they are asked for. */
export function* queryDocuments(
  transaction: Pick<Transaction, "get" | "scan">,
  written: ReadonlySet<string>,
  query: SerializedQuery,
  source: Source,
): IterableIterator<IndexedDocument> {
  const limits = query.operators.map((operator) => ("limit" in operator ? operator.limit : Infinity));
  if (limits.some((limit) => limit === 0)) return;
  for (const met of transaction.scan(source.table, source.index, source.range, source.order)) {
    const now = written.has(met.id) ? transaction.get(met.id) : met;
    if (now === null) continue;
    const stored = { ...now, key: met.key };
    if (!passesOperators(query, stored, limits)) continue;
    yield stored;
    // Looked at before the next read: a limit that is reached must not cost one document more.
    if (limits.some((limit) => limit === 0)) return;
  }
}

/** Whether a document gets past all operators; each limit counts down what reaches it. */
function passesOperators(query: SerializedQuery, stored: IndexedDocument, limits: number[]): boolean {
  const document = wholeDocument(stored);
  return query.operators.every((operator, at) => {
    if ("filter" in operator) return passesFilter(operator.filter, document);
    const left = limits[at] ?? 0;
    if (left === 0) return false;
    limits[at] = left - 1;
    return true;
  });
}

/** A cursor at which nothing more follows. */
export const endCursor = "_end_cursor";

/** A place in an index as functions hand it about; opaque to them. */
export function encodeCursor(key: Uint8Array): string {
  return encodeBase64(key);
}

/** @throws Error when the text is not a cursor of ours */
export function decodeCursor(cursor: string): Uint8Array {
  try {
    return decodeBase64(cursor);
  } catch {
    throw new Error(
      "InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a different query.",
    );
  }
}
