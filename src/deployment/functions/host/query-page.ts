import type { IndexedDocument, IndexRange, Transaction } from "#deployment/store/transaction.ts";
import {
  decodeCursor,
  encodeCursor,
  endCursor,
  queryDocuments,
  sourceOf,
  type IndexFields,
  type SerializedQuery,
} from "./query-stream.ts";
import { writtenIds } from "./written-ids.ts";

/** The argument of `paginate`, as it reaches the host. */
export interface PageRequest {
  readonly query: SerializedQuery;
  readonly cursor: string | null;
  readonly endCursor?: string | null;
  readonly pageSize: number;
  readonly maximumRowsRead?: number | null;
}

export interface Page {
  readonly documents: readonly IndexedDocument[];
  readonly isDone: boolean;
  readonly continueCursor: string;
}

/** One page of a query. A page with an end cursor ends there, however long it gets. */
export function queryPage(transaction: Transaction, request: PageRequest, fieldsOf: IndexFields): Page {
  if (request.cursor === endCursor) return { documents: [], isDone: true, continueCursor: endCursor };
  const source = sourceOf(request.query, fieldsOf);
  const until = request.endCursor ?? null;
  const range: IndexRange = {
    ...source.range,
    ...(request.cursor !== null && { after: decodeCursor(request.cursor) }),
    ...(until !== null && until !== endCursor && { until: decodeCursor(until) }),
  };
  const most = until === null ? Math.max(1, Math.trunc(request.pageSize)) : Infinity;
  const documents: IndexedDocument[] = [];
  let rows = 0;
  let last: IndexedDocument | undefined;
  const counted: Pick<Transaction, "get" | "scan"> = {
    get: (id) => transaction.get(id),
    *scan(...where) {
      for (const stored of transaction.scan(...where)) {
        rows += 1;
        last = stored;
        yield stored;
        if (rows >= (request.maximumRowsRead ?? Infinity)) return;
      }
      last = undefined;
    },
  };
  for (const stored of queryDocuments(counted, writtenIds(transaction), request.query, {
    ...source,
    range,
  })) {
    documents.push(stored);
    if (documents.length >= most) break;
  }
  if (until !== null) return { documents, isDone: until === endCursor, continueCursor: until };
  if (last === undefined) return { documents, isDone: true, continueCursor: endCursor };
  // Where a filter let nothing pass, the next page still goes on from the last row that was read.
  return { documents, isDone: false, continueCursor: encodeCursor(last.key) };
}
