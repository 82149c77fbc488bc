import { printValue } from "#deployment/http/print-value.ts";
import type { ConvexObject, ConvexValue, ValueFormat } from "#values/convex-value.ts";
import { decodeValue } from "#values/convex-value.ts";
import type { Json } from "#values/json.ts";

/**
 * A document's text in the log: the encoded form exactly as the API prints it, system fields in their places. Reading a
 * page then copies text instead of parsing and printing values.
 */
export function documentText(id: string, creationTime: number, fields: ConvexObject): string {
  return printValue({ ...fields, _id: id, _creationTime: creationTime }, "encoded");
}

/** The same document in another format. Quotes inside strings are escaped, so `{"$` can only be a wrapped value. */
export function documentTextAs(text: string, format: ValueFormat): string {
  if (format === "encoded" || !text.includes('{"$')) return text;
  return printValue(valueOfText(text), format);
}

/** All of a document's fields, `_id` and `_creationTime` among them. */
export function valueOfText(text: string): ConvexObject {
  // The log holds 64-bit integers wrapped, never as numbers, so the native parser loses nothing here.
  const value: ConvexValue = decodeValue(JSON.parse(text) as Json);
  return value as ConvexObject;
}
