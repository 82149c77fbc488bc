import { compareStrings } from "./compare-strings.ts";
import { type ConvexObject, type ConvexValue, isArray } from "./convex-value.ts";

/**
 * The order of a deployment's indexes, below 0 when `left` comes first: undefined, null, Int64, Float64,
 * boolean, string, bytes, array, object.
 */
export function compareValues(left: ConvexValue | undefined, right: ConvexValue | undefined): number {
  const kind = rank(left);
  const difference = kind - rank(right);
  if (difference !== 0) return difference;
  if (isArray(left as ConvexValue)) {
    return compareArrays(left as readonly ConvexValue[], right as readonly ConvexValue[]);
  }
  switch (typeof left) {
    case "bigint":
      return left < (right as bigint) ? -1 : left > (right as bigint) ? 1 : 0;
    case "number":
      return compareFloats(left, right as number);
    case "boolean":
      return Number(left) - Number(right);
    case "string":
      return compareStrings(left, right as string);
    case "object":
      if (left === null) return 0;
      if (left instanceof Uint8Array) return compareBytes(left, right as Uint8Array);
      return compareObjects(left as ConvexObject, right as ConvexObject);
    default:
      return 0;
  }
}

function rank(value: ConvexValue | undefined): number {
  switch (typeof value) {
    case "undefined":
      return 0;
    case "bigint":
      return 2;
    case "number":
      return 3;
    case "boolean":
      return 4;
    case "string":
      return 5;
    default:
      if (value === null) return 1;
      if (value instanceof Uint8Array) return 6;
      return Array.isArray(value) ? 7 : 8;
  }
}

/** -0 before 0, and NaN after infinity. */
function compareFloats(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (Object.is(left, right)) return 0;
  if (left === 0 && right === 0) return Object.is(left, -0) ? -1 : 1;
  return Number.isNaN(left) ? 1 : -1;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareArrays(left: readonly ConvexValue[], right: readonly ConvexValue[]): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = compareValues(left[at], right[at]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** As lists of fields and values, the fields in order. */
function compareObjects(left: ConvexObject, right: ConvexObject): number {
  const leftFields = Object.keys(left).sort(compareStrings);
  const rightFields = Object.keys(right).sort(compareStrings);
  const length = Math.min(leftFields.length, rightFields.length);
  for (let at = 0; at < length; at++) {
    const leftField = leftFields[at] as string;
    const rightField = rightFields[at] as string;
    const difference =
      compareStrings(leftField, rightField) || compareValues(left[leftField], right[rightField]);
    if (difference !== 0) return difference;
  }
  return leftFields.length - rightFields.length;
}
