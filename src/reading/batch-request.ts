import type { Batch } from "./pack-batches.ts";
import type { BatchOutline } from "./rehearse.ts";

/** A batch as it is sent: `body` is the whole JSON of one request (HTTP API: import_airbyte_records). */
export interface BatchRequest {
  readonly outline: BatchOutline;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** `key` empty: records are appended. A key is a list of paths of stored fields; ours are at the top level. */
export function batchRequest(batch: Batch, table: string, key: readonly string[]): BatchRequest {
  const { texts, ...outline } = batch;
  const name = JSON.stringify(table);
  const primaryKey = key.length === 0 ? "" : `"primaryKey":${JSON.stringify(key.map((field) => [field]))},`;
  const messages = texts.map((text) => `{"tableName":${name},"data":${text}}`).join(",");
  const body = `{"tables":{${name}:{${primaryKey}"jsonSchema":{}}},"messages":[${messages}]}`;
  return { outline, body: new TextEncoder().encode(body) };
}
