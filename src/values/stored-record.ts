import { NameError, storedFieldName } from "./identifier.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { setOwn } from "./set-own.ts";

/** A record as the deployment keeps it after an import. */
export interface StoredRecord {
  /** Fields under their stored names; every number is one JSON number, as it came. */
  readonly record: JsonObject;
  /** Whether the record says that its source deleted it. */
  readonly isDeleted: boolean;
  /** Paths of the fields that were renamed or dropped, and their stored name (undefined: dropped). */
  readonly renames: readonly Rename[];
}

interface Rename {
  readonly path: readonly (string | number)[];
  readonly name: string | undefined;
}

const collisionTries = 3;
const changeCapturePrefix = "source_ab_cdc";
const deletedAt = "source_ab_cdc_deleted_at";

/**
 * What an import makes of a record: fields renamed at any depth, fields of change data capture dropped.
 *
 * Names beyond ASCII need `loadTransliteration()` first.
 * @throws {NameError} when a renamed field collides three times
 */
export function storedRecord(data: JsonObject): StoredRecord {
  const renames: Rename[] = [];
  const renamed = renameFields(data, [], renames);
  const deletion = Object.hasOwn(renamed, deletedAt) ? renamed[deletedAt] : null;
  const record: Record<string, Json> = {};
  for (const [field, value] of Object.entries(renamed)) {
    if (!field.startsWith(changeCapturePrefix)) setOwn(record, field, value);
  }
  return {
    record,
    isDeleted: deletion !== null,
    renames: renames.map((rename) =>
      rename.path.length === 1 && rename.name?.startsWith(changeCapturePrefix)
        ? { path: rename.path, name: undefined }
        : rename,
    ),
  };
}

type Path = readonly (string | number)[];

function renameIn(json: Json, path: Path, renames: Rename[]): Json {
  if (isObject(json)) return renameFields(json, path, renames);
  if (!Array.isArray(json)) return json;
  const items = json as readonly Json[];
  return items.map((item, index) => renameIn(item, [...path, index], renames));
}

function renameFields(object: JsonObject, path: Path, renames: Rename[]): JsonObject {
  const stored: Record<string, Json> = {};
  for (const [field, value] of Object.entries(object)) {
    const fieldPath = [...path, field];
    const name = freeName(field, object);
    if (name !== field) renames.push({ path: fieldPath, name });
    setOwn(stored, name, renameIn(value, fieldPath, renames));
  }
  return stored;
}

/** The stored name of a field, out of the way of the other fields that the object came with. */
function freeName(field: string, object: JsonObject): string {
  let name = storedFieldName(field);
  if (name === field) return name;
  for (let attempt = 0; attempt < collisionTries; attempt++) {
    if (!Object.hasOwn(object, name)) return name;
    name = `source_${name}`;
  }
  throw new NameError(`Too many duplicate field names found for modified field ${name}`);
}
