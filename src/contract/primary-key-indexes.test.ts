import { expect, test } from "vitest";
import { addRecords, badDeployKey, call } from "./call.ts";
import { embeddedTest, second, type Target } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_keys";
const { target, embedded } = openTargets(table);
const addPath = "/api/streaming_import/add_primary_key_indexes";
const readyPath = "/api/streaming_import/primary_key_indexes_ready";

const add = (api: Target, key: string, name = table) =>
  call(api, "PUT", addPath, { body: `{"indexes":{"${name}":${key}}}` });
const ready = (api: Target, ...tables: string[]) =>
  call(api, "GET", readyPath, { body: JSON.stringify({ tables }) });

embeddedTest("an index is built in the background: not ready, then ready", async () => {
  const api = await embedded({ backfillDelay: 5n * second });
  await addRecords(api, table, ['{"id":1}']);
  const added = await add(api, '[["id"]]');
  expect(added.status).toBe(200);
  expect(added.text).toBe("");
  expect((await ready(api, table)).text).toBe('{"indexesReady":false}');
  api.clock.advance(6n * second);
  const { status, text } = await ready(api, table);
  expect(status).toBe(200);
  expect(text).toBe('{"indexesReady":true}');
});

embeddedTest("the table is made when it is missing, under its stored name", async () => {
  const api = await embedded();
  expect((await add(api, '[["id"]]', "My Stream")).status).toBe(200);
  const { text } = await call(api, "POST", "/api/query", {
    body: '{"path":"_system/frontend/indexes","args":{"tableName":"source_my_stream","tableNamespace":null}}',
  });
  expect(text).toBe(
    '{"status":"success","value":[{"backfill":{"state":"backfilling","stats":{"numDocsIndexed":0.0,"totalDocs":0.0}},"fields":["id"],"name":"_by_airbyte_primary_key","staged":false}]}',
  );
});

embeddedTest("a browser asks a system function, since it cannot send a GET with a body", async () => {
  const api = await embedded();
  await add(api, '[["org"],["who","id"]]');
  api.clock.advance(second);
  const { text } = await call(api, "POST", "/api/query", {
    body: `{"path":"_system/frontend/indexes","args":{"tableName":"${table}","tableNamespace":null}}`,
  });
  expect(text).toBe(
    '{"status":"success","value":[{"backfill":{"state":"done"},"fields":["org","who.id"],"name":"_by_airbyte_primary_key","staged":false}]}',
  );
  const none = await call(api, "POST", "/api/query", {
    body: '{"path":"_system/frontend/indexes","args":{"tableName":"nowhere","tableNamespace":null}}',
  });
  expect(none.text).toBe('{"status":"success","value":null}');
});

embeddedTest("the same fields again change nothing, other fields start anew", async () => {
  const api = await embedded();
  await add(api, '[["id"]]');
  api.clock.advance(second);
  expect((await ready(api, table)).text).toBe('{"indexesReady":true}');
  await add(api, '[["id"]]');
  expect((await ready(api, table)).text).toBe('{"indexesReady":true}');
  await add(api, '[["other"]]');
  expect((await ready(api, table)).text).toBe('{"indexesReady":false}');
});

embeddedTest("an empty list of fields is accepted", async () => {
  expect((await add(await embedded(), "[]")).status).toBe(200);
});

test("keys that cannot be are refused", async () => {
  const api = await target();
  for (const key of ['[["first name"]]', "[[]]", '[["a"],["a"]]']) {
    const { status, text } = await add(api, key);
    expect(status).toBe(400);
    expect(text).toBe(
      JSON.stringify({
        code: "InvalidPrimaryKey",
        message: `Invalid primary key: Identifiers must start with a letter and can only contain letters, digits, and underscores. ${key}.`,
      }),
    );
  }
  const creation = await add(api, '[["_creationTime"]]');
  expect(creation.status).toBe(400);
  expect(creation.text).toMatch(/^{"code":"IndexFieldsContainCreationTime"/);
  const reserved = await add(api, '[["_x"]]');
  expect(reserved.status).toBe(400);
  expect(reserved.text).toBe(
    '{"code":"IndexFieldNameReserved","message":"Reserved fields (starting with `_`) are not allowed in indexes."}',
  );
});

test("readiness is asked by a GET with a JSON body and in no other way", async () => {
  const api = await target();
  const none = await call(api, "GET", `${readyPath}?tables=users`);
  expect(none.status).toBe(400);
  expect(none.text).toBe(
    '{"code":"BadJsonBody","message":"Expected request with `Content-Type: application/json`"}',
  );
  expect((await call(api, "POST", readyPath, { body: '{"tables":[]}' })).status).toBe(405);
  expect((await ready(api)).text).toBe('{"indexesReady":true}');
});

test("a table without the index, or no table at all, is refused", async () => {
  const { status, text } = await ready(await target(), "deltascope_nowhere");
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"MissingIndex","message":"Missing index: deltascope_nowhere._by_airbyte_primary_key"}',
  );
});

test("nobody without a deploy key may add or ask", async () => {
  const api = await target();
  const added = await call(api, "PUT", addPath, { key: null, body: '{"indexes":{}}' });
  expect(added.status).toBe(403);
  expect(added.text).toBe(badDeployKey);
  const asked = await call(api, "GET", readyPath, { key: null, body: '{"tables":[]}' });
  expect(asked.status).toBe(403);
  expect(asked.text).toBe(badDeployKey);
});
