import { type ConvexValue, isArray } from "./convex-value.ts";

/** The size of a value as the server counts it, in bytes: names, delimiters and type marks included. */
export function convexSize(value: ConvexValue): number {
  switch (typeof value) {
    case "bigint":
    case "number":
      return 9;
    case "boolean":
      return 1;
    case "string":
      return utf8Length(value) + 2;
    default:
      break;
  }
  if (value === null) return 1;
  if (value instanceof Uint8Array) return value.length + 2;
  let size = 2;
  if (isArray(value)) {
    for (const item of value) size += convexSize(item);
  } else {
    for (const [field, member] of Object.entries(value)) size += field.length + 1 + convexSize(member);
  }
  return size;
}

/** The levels of arrays and objects in a value: 0 for a scalar, 1 for `[]`. */
export function convexNesting(value: ConvexValue): number {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return 0;
  let deepest = 0;
  for (const member of isArray(value) ? value : Object.values(value)) {
    deepest = Math.max(deepest, convexNesting(member));
  }
  return deepest + 1;
}

/** The length of a text in UTF-8, without making the bytes. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    // Each half of a surrogate pair counts for two of the pair's four bytes.
    else length += unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return length;
}
