import { badRequest } from "#deployment/http/refusal.ts";
import type { ConvexObject } from "#values/convex-value.ts";
import { convexNesting, convexSize } from "#values/convex-size.ts";

const maxDocumentBytes = 1 << 20;
const maxDocumentNesting = 16;
const maxDocumentFields = 1024;

/** The limits on what may be stored, whoever writes it. Returns the document's size in bytes. */
export function checkDocument(fields: ConvexObject): number {
  const size = convexSize(fields);
  if (size > maxDocumentBytes) {
    throw badRequest(
      "ValueTooLargeError",
      `Value is too large (${binarySize(size)} > maximum size ${binarySize(maxDocumentBytes)})`,
    );
  }
  const count = Object.keys(fields).length;
  if (count > maxDocumentFields) {
    throw badRequest(
      "TooManyFieldsError",
      `Object has too many fields (${count} > maximum number ${maxDocumentFields})`,
    );
  }
  const nesting = convexNesting(fields);
  if (nesting > maxDocumentNesting) {
    throw badRequest(
      "InvalidDocumentError",
      `The value isn't a valid document: Document is too nested (nested ${nesting} levels deep > maximum nesting ${maxDocumentNesting})`,
    );
  }
  const reserved = Object.keys(fields).find((name) => name.startsWith("_"));
  if (reserved !== undefined) {
    throw badRequest(
      "InvalidDocumentError",
      `The value isn't a valid document: Field '${reserved}' starts with an underscore, which is only allowed for system fields like '_id'`,
    );
  }
  return size;
}

/** Bytes with a binary unit, at most two digits after the point: `1.2 MiB`, `16 MiB`. */
export function binarySize(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB"];
  let size = bytes;
  let unit = 0;
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  return `${Number(size.toFixed(2))} ${units[unit]}`;
}
