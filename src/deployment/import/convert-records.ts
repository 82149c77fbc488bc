import { badRequest, internalError, type Refusal } from "#deployment/http/refusal.ts";
import { type ConvexObject, decodeObject, ValueError } from "#values/convex-value.ts";
import { storedTableName } from "#values/identifier.ts";
import { isObject, type Json } from "#values/json.ts";
import { storedRecord } from "#values/stored-record.ts";
import { keyFields, type KeyPaths } from "./primary-key.ts";

export interface Stream {
  readonly table: string;
  /** The dotted fields of the key; undefined: records are only ever added. */
  readonly key: readonly string[] | undefined;
}

export interface ImportedRecord {
  readonly stream: Stream;
  readonly fields: ConvexObject;
  readonly isDeleted: boolean;
}

/** Where records go, and by which key. */
export function convertStreams(
  tables: ReadonlyMap<string, { readonly primaryKey: KeyPaths | undefined }>,
): Map<string, Stream> {
  const streams = new Map<string, Stream>();
  for (const [name, { primaryKey }] of tables) {
    if (primaryKey?.length === 0) throw badRequest("EmptyPrimaryKey", "Primary keys cannot be empty");
    streams.set(name, {
      table: storedTableName(name),
      key: primaryKey === undefined ? undefined : keyFields(primaryKey),
    });
  }
  return streams;
}

/** A record as it will be stored. All are converted before the first is written. */
export function convertRecord(
  message: { readonly tableName: string; readonly data: Json },
  streams: ReadonlyMap<string, Stream>,
): ImportedRecord {
  const stream = streams.get(message.tableName);
  if (stream === undefined) {
    throw badRequest("MissingStream", `Missing stream for table ${message.tableName}`);
  }
  if (!isObject(message.data)) throw internalError();
  const { record, isDeleted } = storedRecord(message.data);
  try {
    return { stream, fields: decodeObject(record), isDeleted };
  } catch (error) {
    if (error instanceof ValueError) throw valueRefusal(error);
    throw error;
  }
}

function valueRefusal(error: ValueError): Refusal {
  return error.code === undefined ? internalError() : badRequest(error.code, error.message);
}
