import type { Target } from "./target.ts";

export interface CallOptions {
  /** The admin key unless another is given; null: no key at all. */
  readonly key?: string | null;
  /** JSON text, sent as it stands. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One call of the API. A body is sent as JSON unless the headers say something else. */
export async function call(
  target: Target,
  method: string,
  path: string,
  { key = target.adminKey, body, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const all = new Headers();
  if (key !== null) all.set("authorization", `Convex ${key}`);
  if (body !== undefined) all.set("content-type", "application/json");
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  const carried = body !== undefined && method === "GET" ? "POST" : method;
  const request = new Request(target.url + path, {
    method: carried,
    headers: all,
    ...(body === undefined ? {} : { body }),
  });
  const response = await target.fetch(request, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What differs from run to run, shown by its name: ids, times and timestamps. */
export function shown(text: string): string {
  return text
    .replaceAll(/"[0-9a-hjkmnp-tv-z]{31,37}"/g, '"ID"')
    .replaceAll(/"_creationTime":[0-9]+\.[0-9]+/g, '"_creationTime":TIME')
    .replaceAll(/"(_ts|ts|snapshot|snapshotTs|cursor)":[0-9]{19}/g, '"$1":TS')
    .replaceAll(/"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"/g, '"UUID"')
    .replaceAll(/"nextCursor":"[0-9a-f]+"/g, '"nextCursor":"HEX"');
}

/** Adds records to a table, without a key. */
export async function addRecords(target: Target, table: string, records: readonly string[]): Promise<void> {
  const messages = records.map((record) => `{"tableName":"${table}","data":${record}}`).join(",");
  const body = `{"tables":{"${table}":{"jsonSchema":{}}},"messages":[${messages}]}`;
  const { status, text } = await call(target, "POST", "/api/streaming_import/import_airbyte_records", {
    body,
  });
  if (status !== 200) throw new Error(text);
}

/** Empties tables after a test; a real deployment keeps them, without documents. */
export async function clear(target: Target, ...tables: string[]): Promise<void> {
  const body = JSON.stringify({ tableNames: tables });
  await call(target, "PUT", "/api/streaming_import/clear_tables", { body });
}

export const badDeployKey =
  '{"code":"BadDeployKey","message":"The provided deploy key was invalid for this deployment. Double check that the environment this key was generated for matches the desired deployment."}';
export const internalServerError =
  '{"code":"InternalServerError","message":"Your request couldn\'t be completed. Try again later."}';
