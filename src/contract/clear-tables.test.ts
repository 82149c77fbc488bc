import { expect, test } from "vitest";
import { addRecords, badDeployKey, call } from "./call.ts";
import { embeddedTest, second } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The tables these tests write and clear. */
const table = "deltascope_contract_clear";
const { target, embedded } = openTargets(table);
const path = "/api/streaming_import/clear_tables";
const body = JSON.stringify({ tableNames: [table] });

test("a table is emptied, and the answer is 200 without a body", async () => {
  const api = await target();
  await addRecords(api, table, ["{}", "{}"]);
  const { status, text, headers } = await call(api, "PUT", path, { body });
  expect(status).toBe(200);
  expect(text).toBe("");
  expect(headers.get("content-type")).toBeNull();
  const page = await call(api, "GET", `/api/list_snapshot?tableName=${table}`);
  expect(page.text).toMatch(/^{"values":\[\],/);
});

embeddedTest("unknown tables are made, ids stay well-formed, all tables change at once", async () => {
  const api = await embedded({ hasSchema: false });
  await addRecords(api, table, ["{}"]);
  const number = api.store.tableNamed(table)?.number;
  const before = api.store.latestTs();
  await call(api, "PUT", path, { body: `{"tableNames":["${table}","made_now","My Stream"]}` });
  expect(api.store.tables().map(({ name }) => name)).toEqual([table, "made_now", "source_my_stream"]);
  expect(api.store.tableNamed(table)?.number).toBe(number);
  const stamps = new Set(api.store.logAfter(before, 1000).map(({ ts }) => ts));
  expect(stamps.size).toBe(1);
});

embeddedTest("indexes survive, the one of streaming import too", async () => {
  const api = await embedded();
  await call(api, "PUT", "/api/streaming_import/add_primary_key_indexes", {
    body: `{"indexes":{"users":[["email"]]}}`,
  });
  api.clock.advance(second);
  await call(api, "PUT", path, { body: '{"tableNames":["users"]}' });
  const names = api.store.tableNamed("users")?.indexes.map(({ name }) => name);
  expect(names?.sort()).toEqual(["_by_airbyte_primary_key", "by_creation_time", "by_email", "by_role"]);
  const ready = await call(api, "GET", "/api/streaming_import/primary_key_indexes_ready", {
    body: '{"tables":["users"]}',
  });
  expect(ready.text).toBe('{"indexesReady":true}');
});

embeddedTest("a table whose index is being built cannot be replaced", async () => {
  const api = await embedded({ backfillDelay: 5n * second });
  await call(api, "PUT", "/api/streaming_import/add_primary_key_indexes", {
    body: `{"indexes":{"${table}":[["id"]]}}`,
  });
  const { status, text } = await call(api, "PUT", path, { body });
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"InvalidImport","message":"deltascope_contract_clear is still backfilling indexes, so it cannot be replaced. Wait for indexes to complete backfilling"}',
  );
});

test("nobody without a deploy key may clear", async () => {
  const { status, text } = await call(await target(), "PUT", path, { key: null, body: '{"tableNames":[]}' });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});
