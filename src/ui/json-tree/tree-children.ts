import { isArray, isConvexObject, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";

export type TreeChild =
  | { readonly kind: "field"; readonly key: string; readonly value: ConvexValue }
  | { readonly kind: "item"; readonly key: number; readonly value: ConvexValue }
  /** A piece of a long text. */
  | { readonly kind: "text"; readonly key: number; readonly value: string };

const textWidth = 96;
const keysOf = new WeakMap<ConvexObject, readonly string[]>();
// Pieces of the texts that were unfolded last; a text is its own key, and few are open at once.
const piecesOf = new Map<string, readonly string[]>();

/** How many rows a value unfolds into; 0 when it cannot be unfolded. Objects are not looked into. */
export function childCount(value: ConvexValue): number {
  if (typeof value === "string") return isLongText(value) ? pieces(value).length : 0;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return 0;
  return isArray(value) ? value.length : keys(value).length;
}

export function canUnfold(value: ConvexValue): boolean {
  return typeof value === "string" ? isLongText(value) : childCount(value) > 0;
}

export function childAt(value: ConvexValue, index: number): TreeChild | undefined {
  if (typeof value === "string") {
    const piece = pieces(value)[index];
    return piece === undefined ? undefined : { kind: "text", key: index, value: piece };
  }
  if (isArray(value)) {
    const item = value[index];
    return item === undefined ? undefined : { kind: "item", key: index, value: item };
  }
  if (!isConvexObject(value)) return undefined;
  const key = keys(value)[index];
  const field = key === undefined ? undefined : value[key];
  return key === undefined || field === undefined ? undefined : { kind: "field", key, value: field };
}

function isLongText(text: string): boolean {
  return text.length > 80 || text.includes("\n");
}

function keys(object: ConvexObject): readonly string[] {
  let found = keysOf.get(object);
  if (!found) keysOf.set(object, (found = Object.keys(object)));
  return found;
}

/** A text by its lines, long lines broken at `textWidth` characters; together they are the text. */
function pieces(text: string): readonly string[] {
  const known = piecesOf.get(text);
  if (known) return known;
  const found: string[] = [];
  let lineEnd = text.indexOf("\n");
  for (let at = 0; at < text.length;) {
    // Looked for once a line: a text of one line would be read to its end for every piece.
    if (lineEnd >= 0 && lineEnd < at) lineEnd = text.indexOf("\n", at);
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd + 1, at + textWidth);
    // Not between the halves of a pair.
    const split = end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? "") ? end + 1 : end;
    found.push(text.slice(at, split));
    at = split;
  }
  if (piecesOf.size > 32) piecesOf.clear();
  piecesOf.set(text, found);
  return found;
}
