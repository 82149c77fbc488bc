import { encodeValue, type ConvexValue } from "#values/convex-value.ts";
import { printJson } from "#values/json.ts";

/** A value as JSON text in the form that arguments have, so that it can be sent as it is. */
export function encodedText(value: ConvexValue): string {
  return printJson(encodeValue(value, "encoded"), 2);
}
