import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";
import { decodeDocumentId, encodeDocumentId, isDocumentId } from "#values/document-id.ts";
import type { Index, Tablet } from "./catalogue.ts";
import { keyAfter, KeyWriter } from "./index-key.ts";
import type { IndexRange } from "./transaction.ts";

/** A run of keys: from `low` on, up to but not including `high`. */
export interface KeyInterval {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** Behind every key there is: no key starts with this byte 17 times (ids have 16 bytes, tags are small). */
export const endOfKeys: Uint8Array = new Uint8Array(17).fill(0xff);

/** Where a document stands in an index: its values for the index's fields, when it was made, its id. */
export function indexKey(
  index: Index,
  id: Uint8Array,
  creationTime: number,
  fields: ConvexObject,
): Uint8Array {
  const writer = new KeyWriter();
  for (const path of index.fields) writer.value(valueAt(path, creationTime, fields));
  return writer.value(creationTime).raw(id).finish();
}

function valueAt(path: string, creationTime: number, fields: ConvexObject): ConvexValue | undefined {
  if (path === "_creationTime") return creationTime;
  let value: ConvexValue | undefined = fields;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return undefined;
    value = Object.hasOwn(value, name) ? (value as ConvexObject)[name] : undefined;
  }
  return value;
}

/** The keys of an index that a range means. */
export function rangeInterval(range: IndexRange): KeyInterval {
  const prefix = (): KeyWriter => {
    const writer = new KeyWriter();
    for (const value of range.equal) writer.value(value);
    return writer;
  };
  let low = prefix().finish();
  let high = keyAfter(low) ?? endOfKeys;
  if (range.lower !== undefined) {
    const bound = prefix().value(range.lower.value).finish();
    low = range.lower.inclusive ? bound : (keyAfter(bound) ?? endOfKeys);
  }
  if (range.upper !== undefined) {
    const bound = prefix().value(range.upper.value).finish();
    high = range.upper.inclusive ? (keyAfter(bound) ?? endOfKeys) : bound;
  }
  return { low, high };
}

/**
 * The same for `by_id`, whose keys are the 16 bytes of the ids. Values that are no id of this table stand before all of
 * them or behind; a text in between is placed by its letters.
 */
export function idInterval(tablet: Tablet, range: IndexRange): KeyInterval {
  const [equal] = range.equal;
  if (range.equal.length > 0) {
    const id = idBytes(tablet, equal);
    return id === undefined ? { low: endOfKeys, high: endOfKeys } : { low: id, high: successor(id) };
  }
  let low: Uint8Array = new Uint8Array(0);
  let high: Uint8Array = endOfKeys;
  if (range.lower !== undefined) {
    const id = idBytes(tablet, range.lower.value);
    if (id !== undefined) low = range.lower.inclusive ? id : successor(id);
    else if (isBehindIds(tablet, range.lower.value)) low = endOfKeys;
  }
  if (range.upper !== undefined) {
    const id = idBytes(tablet, range.upper.value);
    if (id !== undefined) high = range.upper.inclusive ? successor(id) : id;
    else if (!isBehindIds(tablet, range.upper.value)) high = low;
  }
  return { low, high };
}

/** The key right behind another one. */
export function successor(key: Uint8Array): Uint8Array {
  const next = new Uint8Array(key.length + 1);
  next.set(key);
  return next;
}

function idBytes(tablet: Tablet, value: ConvexValue | undefined): Uint8Array | undefined {
  if (typeof value !== "string" || !isDocumentId(value)) return undefined;
  const { tableNumber, internalId } = decodeDocumentId(value);
  return tableNumber === tablet.number ? internalId : undefined;
}

/** Whether a value that is no id of this table sorts behind its ids; a text is held against the first possible one. */
function isBehindIds(tablet: Tablet, value: ConvexValue | undefined): boolean {
  if (typeof value === "object" && value !== null) return true;
  const first = encodeDocumentId({ tableNumber: tablet.number, internalId: new Uint8Array(16) });
  return typeof value === "string" && value > first;
}
