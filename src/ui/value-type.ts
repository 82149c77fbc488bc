import { isArray, type ConvexValue } from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";

/** The type of one value, as a word of Convex: `string`, `number`, `int64`, `bytes`, `Id`, … */
export function valueType(value: ConvexValue | undefined): string {
  switch (typeof value) {
    case "undefined":
      return "";
    case "bigint":
      return "int64";
    case "string":
      return isDocumentId(value) ? "Id" : "string";
    case "object":
      if (value === null) return "null";
      return value instanceof Uint8Array ? "bytes" : isArray(value) ? "array" : "object";
    default:
      return typeof value;
  }
}
