import { expect, test } from "vitest";
import { addRecords, badDeployKey, call, internalServerError } from "./call.ts";
import { embeddedTest, second, type Target } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The tables these tests write and clear. */
const table = "deltascope_contract_import";
const { target, embedded } = openTargets(table);
const path = "/api/streaming_import/import_airbyte_records";

function importing(api: Target, stream: string, records: readonly string[], primaryKey?: string) {
  const messages = records.map((data) => `{"tableName":${JSON.stringify(stream)},"data":${data}}`).join(",");
  const key = primaryKey === undefined ? "" : `"primaryKey":${primaryKey},`;
  const body = `{"tables":{${JSON.stringify(stream)}:{${key}"jsonSchema":{}}},"messages":[${messages}]}`;
  return call(api, "POST", path, { body });
}

/** The documents of a table without what the deployment adds, oldest first. */
async function documents(api: Target, name: string): Promise<string[]> {
  const { text } = await call(api, "GET", `/api/list_snapshot?tableName=${name}&format=convex_encoded_json`);
  const found = [
    ...text.matchAll(/{"_component":"","_table":"[^"]*","_ts":\d+(,.*?})(?=,{"_component"|\],"snapshot")/g),
  ];
  return found
    .map(([, fields = ""]) => ({
      time: Number(/"_creationTime":([0-9.]+)/.exec(fields)?.[1]),
      fields: `{${fields.replace(/,"_creationTime":[0-9.]+,"_id":"[^"]+"/, "").replace(/^,/, "")}`,
    }))
    .sort((a, b) => a.time - b.time)
    .map(({ fields }) => fields);
}

async function indexed(options = {}, key = '["id"]') {
  const api = await embedded(options);
  const body = `{"indexes":{"${table}":[${key}]}}`;
  await call(api, "PUT", "/api/streaming_import/add_primary_key_indexes", { body });
  api.clock.advance(second);
  return api;
}

const bad = (code: string, message: string) => JSON.stringify({ code, message });

test("records are added, and the answer is 200 without a body", async () => {
  const api = await target();
  const { status, text, headers } = await importing(api, table, ['{"id":1,"name":"Ann"}', '{"id":1}']);
  expect(status).toBe(200);
  expect(text).toBe("");
  expect(headers.get("content-type")).toBeNull();
  expect(await documents(api, table)).toEqual(['{"id":1.0,"name":"Ann"}', '{"id":1.0}']);
});

test("no messages are fine", async () => {
  expect((await importing(await target(), table, [])).status).toBe(200);
});

test("every number becomes a float, and wrappers are no wrappers", async () => {
  const api = await target();
  await importing(api, table, ['{"big":9007199254740993,"n":null,"w":{"$integer":"KgAAAAAAAAA="}}']);
  expect(await documents(api, table)).toEqual([
    '{"big":9007199254740992.0,"n":null,"w":{"source_integer":"KgAAAAAAAAA="}}',
  ]);
});

test("fields are renamed at any depth, fields of change capture dropped, odd names kept", async () => {
  const api = await target();
  await importing(api, table, [
    '{"_id":"x","a":[{"_y":1}],"first name":2,"Ünï":3,"":4,"_ab_cdc_lsn":5,"1x":6,"_creationTime":7}',
  ]);
  expect(await documents(api, table)).toEqual([
    '{"":4.0,"1x":6.0,"a":[{"source_y":1.0}],"first name":2.0,"source_creationtime":7.0,"source_id":"x","source_uni":3.0}',
  ]);
});

embeddedTest("a stream whose name cannot be a table's gets another one", async () => {
  const api = await embedded();
  const streams = ["My Stream!", "_mine", "123", "größe_2"];
  for (const stream of streams) expect((await importing(api, stream, ['{"n":1}'])).status).toBe(200);
  for (const name of ["source_my_stream", "source_mine", "source_123", "source_grosse_2"]) {
    expect(await documents(api, name)).toEqual(['{"n":1.0}']);
  }
});

embeddedTest(
  "with a key a record replaces the one that has it, wholly, and keeps its id and age",
  async () => {
    const api = await indexed();
    await importing(api, table, ['{"id":1,"name":"Ann","age":3}', '{"id":2,"name":"Bo"}'], '[["id"]]');
    const before = (await call(api, "GET", `/api/list_snapshot?tableName=${table}`)).text;
    expect((await importing(api, table, ['{"id":1,"name":"Anna"}'], '[["id"]]')).status).toBe(200);
    expect(await documents(api, table)).toEqual(['{"id":1.0,"name":"Anna"}', '{"id":2.0,"name":"Bo"}']);
    const ids = (text: string) =>
      [...text.matchAll(/"_creationTime":[0-9.]+,"_id":"[^"]+"/g)].map(String).sort();
    expect(ids((await call(api, "GET", `/api/list_snapshot?tableName=${table}`)).text)).toEqual(ids(before));
  },
);

embeddedTest("earlier records of a request are seen by later ones", async () => {
  const api = await indexed();
  await importing(api, table, ['{"id":1,"n":1}', '{"id":1,"n":2}', '{"id":1,"n":3}'], '[["id"]]');
  expect(await documents(api, table)).toEqual(['{"id":1.0,"n":3.0}']);
});

embeddedTest("a deleted record deletes the one with its key; when there is none, it is added", async () => {
  const api = await indexed();
  const deleted = (id: number) => `{"id":${id},"_ab_cdc_deleted_at":"2026-01-01"}`;
  await importing(api, table, ['{"id":1}', '{"id":2,"_ab_cdc_deleted_at":null}'], '[["id"]]');
  await importing(api, table, [deleted(1), deleted(3)], '[["id"]]');
  expect(await documents(api, table)).toEqual(['{"id":2.0}', '{"id":3.0}']);
});

test("without a key deleted records are added too", async () => {
  const api = await target();
  await importing(api, table, ['{"id":1,"_ab_cdc_deleted_at":"now"}'], "null");
  expect(await documents(api, table)).toEqual(['{"id":1.0}']);
});

embeddedTest("null is a key's value, and keys of several fields and of paths work", async () => {
  const api = await indexed({}, '["org"],["who","id"]');
  const key = '[["org"],["who","id"]]';
  await importing(api, table, ['{"org":null,"who":{"id":"a"},"n":1}'], key);
  await importing(api, table, ['{"org":null,"who":{"id":"a"},"n":2}', '{"org":"x","who":{"id":"a"}}'], key);
  expect(await documents(api, table)).toEqual([
    '{"n":2.0,"org":null,"who":{"id":"a"}}',
    '{"org":"x","who":{"id":"a"}}',
  ]);
  const { status, text } = await importing(api, table, ['{"org":1,"who":{}}'], key);
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"MissingPrimaryKeyValue","message":"Missing value for primary key field: \\"who.id\\"."}',
  );
});

embeddedTest("a proper prefix of the index works as a key, other fields do not", async () => {
  const api = await indexed({}, '["a"],["b"]');
  expect((await importing(api, table, ['{"a":1,"b":2}'], '[["a"]]')).status).toBe(200);
  expect((await importing(api, table, ['{"c":1}'], '[["c"]]')).text).toMatch(/^{"code":"FieldNotInIndex"/);
  expect((await importing(api, table, ['{"a":1,"b":2}'], '[["b"]]')).text).toMatch(
    /^{"code":"InvalidIndexRange"/,
  );
});

embeddedTest("an index that was never added, or is still building, refuses the import", async () => {
  const api = await embedded({ backfillDelay: 5n * second });
  const never = await importing(api, table, ['{"id":1}'], '[["id"]]');
  expect(never.status).toBe(400);
  expect(never.text).toBe(
    '{"code":"IndexNotFoundError","message":"Index deltascope_contract_import._by_airbyte_primary_key not found."}',
  );
  const body = `{"indexes":{"${table}":[["id"]]}}`;
  await call(api, "PUT", "/api/streaming_import/add_primary_key_indexes", { body });
  const building = await importing(api, table, ['{"id":1}'], '[["id"]]');
  expect(building.status).toBe(400);
  expect(building.text).toBe(
    '{"code":"IndexBackfillingError","message":"Index deltascope_contract_import._by_airbyte_primary_key is currently backfilling and not available to query yet."}',
  );
  api.clock.advance(6n * second);
  expect((await importing(api, table, ['{"id":1}'], '[["id"]]')).status).toBe(200);
});

embeddedTest("two rows with one key are more than the server has words for", async () => {
  const api = await indexed();
  await importing(api, table, ['{"id":1}', '{"id":1}']);
  const { status, text } = await importing(api, table, ['{"id":1}'], '[["id"]]');
  expect(status).toBe(500);
  expect(text).toBe(internalServerError);
});

test("a message for a stream that is not declared is refused", async () => {
  const body = '{"tables":{},"messages":[{"tableName":"users","data":{}}]}';
  const { status, text } = await call(await target(), "POST", path, { body });
  expect(status).toBe(400);
  expect(text).toBe('{"code":"MissingStream","message":"Missing stream for table users"}');
});

test("keys that are none are refused, some of them without words", async () => {
  const api = await target();
  const empty = await importing(api, table, [], "[]");
  expect(empty.status).toBe(400);
  expect(empty.text).toBe('{"code":"EmptyPrimaryKey","message":"Primary keys cannot be empty"}');
  for (const key of ["[[]]", '[["first name"]]']) {
    const { status, text } = await importing(api, table, [], key);
    expect(status).toBe(500);
    expect(text).toBe(internalServerError);
  }
  const many = JSON.stringify(Array.from({ length: 17 }, (_, n) => [`f${n}`]));
  const cases: [string, string][] = [
    ['[["a"],["a"]]', "FieldsNotUniqueWithinIndex"],
    [many, "IndexTooManyFields"],
    ['[["_id"]]', "IndexFieldsContainId"],
  ];
  for (const [key, code] of cases) {
    const { status, text } = await importing(api, table, [], key);
    expect(status).toBe(400);
    expect(text).toMatch(new RegExp(`^{"code":"${code}"`));
  }
});

test("data that is no object is a 500", async () => {
  const { status, text } = await importing(await target(), table, ["5"]);
  expect(status).toBe(500);
  expect(text).toBe(internalServerError);
});

test("a value over a limit refuses the whole request, and nothing is written", async () => {
  const api = await target();
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const cases: [string, string][] = [
    [
      `{"a":"${"x".repeat(1_300_000)}"}`,
      bad("ValueTooLargeError", "Value is too large (1.24 MiB > maximum size 1 MiB)"),
    ],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 1025 }, (_, n) => [`f${n}`, 1]))),
      bad("TooManyFieldsError", "Object has too many fields (1025 > maximum number 1024)"),
    ],
    [
      JSON.stringify({ a: Array.from({ length: 8193 }, () => 1) }),
      bad("ArrayTooLong", "Array length is too long (8193 > maximum length 8192)"),
    ],
    [nested(65), bad("TooNestedError", "Value is too nested (nested 65 levels deep > maximum nesting 64)")],
  ];
  for (const [record, expected] of cases) {
    const { status, text } = await importing(api, table, ['{"before":1}', record]);
    expect(text).toBe(expected);
    expect(status).toBe(400);
  }
  const { text } = await importing(api, table, ['{"before":1}', nested(17)]);
  expect(text).toMatch(
    /^{"code":"InvalidDocumentError","message":".* isn't a valid document: Document is too nested \(nested 17 levels deep > maximum nesting 16\)"}$/,
  );
  expect(await documents(api, table)).toEqual([]);
});

embeddedTest("a declared schema is enforced", async () => {
  const api = await embedded();
  const { status, text } = await importing(api, "users", ['{"name":5}']);
  expect(status).toBe(400);
  expect(text).toMatch(
    /^{"code":"SchemaEnforcementError","message":"Failed to insert or update a document in table \\"users\\" because it does not match the schema: Object is missing the required field `email`\. /,
  );
});

embeddedTest("a large import that fails is left half applied", async () => {
  const api = await indexed();
  const records = Array.from({ length: 4500 }, (_, id) => `{"id":${id}}`);
  const { status } = await importing(api, table, [...records, "{}"], '[["id"]]');
  expect(status).toBe(400);
  const count = await call(api, "POST", "/api/query", {
    body: `{"path":"_system/cli/tableSize","args":{"tableName":"${table}"}}`,
  });
  expect(count.text).toBe('{"status":"success","value":4096.0}');
});

embeddedTest("imports go on while functions are paused", async () => {
  const api = await embedded({ state: "paused" });
  await addRecords(api, table, ["{}"]);
  expect(await documents(api, table)).toEqual(["{}"]);
});

test("the key is told before the body, the body before the permission", async () => {
  const api = await target();
  const wrong = await call(api, "POST", path, { key: "x|00", body: "{" });
  expect(wrong.status).toBe(401);
  const none = await call(api, "POST", path, { key: null, body: "{" });
  expect(none.status).toBe(400);
  const anonymous = await call(api, "POST", path, { key: null, body: '{"tables":{},"messages":[]}' });
  expect(anonymous.status).toBe(403);
  expect(anonymous.text).toBe(badDeployKey);
});

embeddedTest("a key that may only look may not import", async () => {
  const api = await embedded({ keys: [{ secret: "01bb", isReadOnly: true }] });
  const body = '{"tables":{},"messages":[]}';
  const { status, text } = await call(api, "POST", path, { key: "happy-animal-123|01bb", body });
  expect(status).toBe(403);
  expect(text).toBe(
    '{"code":"OperationNotPermitted","message":"You do not have permission to perform this operation (deployment:backups:import)."}',
  );
});
