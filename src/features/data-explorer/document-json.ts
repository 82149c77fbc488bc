import { encodeValue } from "#values/convex-value.ts";
import type { Document } from "#values/document.ts";
import { printJson, type Json } from "#values/json.ts";

/**
 * A document as JSON that loses nothing: Int64, bytes and special floats in the wrappers of `convex_encoded_json`, which
 * function arguments take too.
 */
export function documentJson(document: Document): string {
  const entries: [string, Json][] = [
    ["_id", document.id],
    ["_creationTime", document.creationTime],
    ...Object.entries(document.fields).map(([field, value]): [string, Json] => [
      field,
      encodeValue(value, "encoded"),
    ]),
  ];
  return printJson(Object.fromEntries(entries), 2);
}
