import { type ConvexObject, type ConvexValue, isArray } from "#values/convex-value.ts";
import { decodeDocumentId, isDocumentId } from "#values/document-id.ts";
import { isIdentifier } from "#values/identifier.ts";

const idLike = /^[0-9a-hjkmnp-tv-z]{31,37}$/;

/** More distinct fields than this and an object is taken for a record. */
const maxFields = 64;

type Leaf = "null" | "int64" | "float" | "specialFloat" | "boolean" | "string" | "bytes";

/**
 * How many values of each type were seen, counted so that a value which goes away can be taken off again. Plain data:
 * it is kept as JSON beside the table.
 */
export interface CountedShape {
  readonly leaves: { [leaf in Leaf]?: number };
  /** Strings that are well-formed ids, by table number. */
  readonly ids: Record<string, number>;
  object?: CountedObject;
  array?: { count: number; element: CountedShape };
}

export interface CountedObject {
  count: number;
  /** Objects with a field name that is not an identifier. */
  odd: number;
  /** Once true it stays: the fields are no longer followed. */
  isWide: boolean;
  fields: Record<string, { count: number; shape: CountedShape }>;
}

export function emptyShape(): CountedShape {
  return { leaves: {}, ids: {} };
}

/** Counts a value in (1) or out (-1). */
export function countValue(shape: CountedShape, value: ConvexValue, by: 1 | -1): void {
  if (value === null) return countLeaf(shape, "null", by);
  switch (typeof value) {
    case "bigint":
      return countLeaf(shape, "int64", by);
    case "boolean":
      return countLeaf(shape, "boolean", by);
    case "number":
      return countLeaf(shape, Number.isFinite(value) && !Object.is(value, -0) ? "float" : "specialFloat", by);
    case "string":
      return countString(shape, value, by);
    default:
      break;
  }
  if (value instanceof Uint8Array) return countLeaf(shape, "bytes", by);
  if (isArray(value)) {
    const array = (shape.array ??= { count: 0, element: emptyShape() });
    array.count += by;
    for (const item of value) countValue(array.element, item, by);
    if (array.count === 0) delete shape.array;
    return;
  }
  const object = (shape.object ??= { count: 0, odd: 0, isWide: false, fields: {} });
  countFields(object, value, by);
  if (object.count === 0) delete shape.object;
}

function countFields(object: CountedObject, value: ConvexObject, by: 1 | -1): void {
  object.count += by;
  let isOdd = false;
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined) continue;
    // The one identifier that plain data cannot have as a key.
    if (!isIdentifier(name) || name === "__proto__") isOdd = true;
    else if (!object.isWide) countField(object, name, item, by);
  }
  if (isOdd) object.odd += by;
}

function countField(object: CountedObject, name: string, value: ConvexValue, by: 1 | -1): void {
  const field = Object.hasOwn(object.fields, name) ? object.fields[name] : undefined;
  if (field === undefined) {
    if (Object.keys(object.fields).length === maxFields) {
      object.isWide = true;
      object.fields = {};
      return;
    }
    const shape = emptyShape();
    countValue(shape, value, by);
    object.fields[name] = { count: by, shape };
    return;
  }
  field.count += by;
  if (field.count === 0) delete object.fields[name];
  else countValue(field.shape, value, by);
}

function countString(shape: CountedShape, value: string, by: 1 | -1): void {
  // Most strings are told by their letters; decoding throws, which costs.
  if (!idLike.test(value) || !isDocumentId(value)) return countLeaf(shape, "string", by);
  const key = String(decodeDocumentId(value).tableNumber);
  const count = (shape.ids[key] ?? 0) + by;
  if (count === 0) delete shape.ids[key];
  else shape.ids[key] = count;
}

function countLeaf(shape: CountedShape, leaf: Leaf, by: 1 | -1): void {
  const count = (shape.leaves[leaf] ?? 0) + by;
  if (count === 0) delete shape.leaves[leaf];
  else shape.leaves[leaf] = count;
}
