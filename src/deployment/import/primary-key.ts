import { badRequest } from "#deployment/http/refusal.ts";
import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";
import { isIdentifier } from "#values/identifier.ts";

/** Paths into a record, each a list of field names as they are stored. */
export type KeyPaths = readonly (readonly string[])[];

const maxIndexFields = 16;

/** A path that is none: of no names, or of one that is no identifier. */
export class KeyPathError extends Error {}

/** The dotted fields of a primary key. Throws KeyPathError, or the Refusal of fields that cannot be an index. */
export function keyFields(paths: KeyPaths): string[] {
  const fields = paths.map((path) => {
    if (path.length === 0 || !path.every(isIdentifier)) throw new KeyPathError("not a path");
    return path.join(".");
  });
  if (fields.includes("_id")) {
    throw badRequest(
      "IndexFieldsContainId",
      "`_id` is implicitly the last field of an index and cannot be named in it.",
    );
  }
  if (new Set(fields).size < fields.length) {
    throw badRequest("FieldsNotUniqueWithinIndex", "The fields of an index must differ from one another.");
  }
  if (fields.length > maxIndexFields) {
    throw badRequest(
      "IndexTooManyFields",
      `An index can have at most ${maxIndexFields} fields, not ${fields.length}.`,
    );
  }
  return fields;
}

/** What a record has at the fields of its key. Null is a value; nothing at all is an error. */
export function keyValues(record: ConvexObject, fields: readonly string[]): ConvexValue[] {
  return fields.map((field) => {
    let value: ConvexValue | undefined = record;
    for (const name of field.split(".")) {
      const isPlain: boolean =
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        !(value instanceof Uint8Array);
      value = isPlain && Object.hasOwn(value as object, name) ? (value as ConvexObject)[name] : undefined;
    }
    if (value === undefined) {
      throw badRequest("MissingPrimaryKeyValue", `Missing value for primary key field: "${field}".`);
    }
    return value;
  });
}
