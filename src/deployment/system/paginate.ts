import { decodeHex, encodeHex } from "#deployment/http/hex.ts";
import type { IndexedDocument, IndexRange, Order, Transaction } from "#deployment/store/transaction.ts";
import { type ConvexObject, type ConvexValue, isConvexObject } from "#values/convex-value.ts";
import { convexSize } from "#values/convex-size.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { wholeDocument } from "./whole-document.ts";

const maxRowsRead = 10_000;
const maxBytesRead = 5_000_000;
const endCursor = "_end_cursor";

export interface Walk {
  readonly table: string;
  readonly index?: string;
  readonly range?: IndexRange;
  readonly order: Order;
  readonly accepts?: (document: ConvexObject) => boolean;
}

const optionalNumber = { fieldType: { type: "number" }, optional: true } as const;

/** The validator of `paginationOpts`. */
export const paginationOpts: ValidatorJson = {
  type: "object",
  value: {
    numItems: { fieldType: { type: "number" }, optional: false },
    cursor: { fieldType: { type: "union", value: [{ type: "string" }, { type: "null" }] }, optional: false },
    endCursor: {
      fieldType: { type: "union", value: [{ type: "string" }, { type: "null" }] },
      optional: true,
    },
    id: optionalNumber,
    maximumRowsRead: optionalNumber,
    maximumBytesRead: optionalNumber,
  },
};

/** One page of a walk along an index. A page also ends after so many rows or bytes read, found or not. */
export function paginate(
  transaction: Transaction,
  walk: Walk,
  options: ConvexValue | undefined,
): ConvexObject {
  if (!isConvexObject(options)) throw new Error("paginationOpts must be an object");
  const { numItems, cursor } = options;
  const limit = typeof numItems === "number" ? numItems : 0;
  const result = (page: ConvexValue[], isDone: boolean, last: IndexedDocument | undefined): ConvexObject => ({
    page,
    isDone,
    continueCursor: isDone || last === undefined ? endCursor : encodeHex(last.key),
    splitCursor: null,
    pageStatus: null,
  });
  if (cursor === endCursor) return result([], true, undefined);
  const after = typeof cursor === "string" ? readCursor(cursor) : undefined;
  const range: IndexRange = { ...(walk.range ?? { equal: [] }), ...(after === undefined ? {} : { after }) };
  const page: ConvexObject[] = [];
  let [rows, bytes] = [0, 0];
  for (const document of transaction.scan(walk.table, walk.index ?? "by_creation_time", range, walk.order)) {
    const whole = wholeDocument(document);
    rows++;
    bytes += convexSize(whole);
    if (walk.accepts?.(whole) ?? true) page.push(whole);
    if (page.length >= limit || rows >= maxRowsRead || bytes >= maxBytesRead) {
      return result(page, false, document);
    }
  }
  return result(page, true, undefined);
}

function readCursor(cursor: string): Uint8Array {
  const key = decodeHex(cursor);
  if (key === undefined) throw new Error("Failed to parse cursor");
  return key;
}
