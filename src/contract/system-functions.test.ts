import { expect, test } from "vitest";
import { addRecords, call, clear, shown } from "./call.ts";
import { embeddedTest, type Target } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_system";
const { target, embedded } = openTargets(table);

async function query(api: Target, name: string, args: string): Promise<string> {
  return (await call(api, "POST", "/api/query", { body: `{"path":"_system/${name}","args":${args}}` })).text;
}

async function mutate(api: Target, name: string, args: string): Promise<string> {
  const body = `{"path":"_system/${name}","args":${args}}`;
  return (await call(api, "POST", "/api/mutation", { body })).text;
}

async function idsIn(api: Target): Promise<string[]> {
  const { text } = await call(api, "GET", `/api/list_snapshot?tableName=${table}`);
  return [...text.matchAll(/"_id":"([^"]+)"/g)].map(([, id]) => id ?? "");
}

const opts = (numItems: number, cursor: string | null = null) =>
  `{"numItems":${numItems},"cursor":${JSON.stringify(cursor)}}`;

embeddedTest("tables are listed by number, all on one page", async () => {
  const api = await embedded({ hasSchema: false });
  await addRecords(api, "zebra", ["{}"]);
  await addRecords(api, "ant", ["{}"]);
  expect(await query(api, "cli/tables", `{"paginationOpts":${opts(1)}}`)).toBe(
    '{"status":"success","value":{"continueCursor":"end","isDone":true,"page":[{"name":"zebra"},{"name":"ant"}]}}',
  );
  expect(await query(api, "frontend/getTableMapping", "{}")).toBe(
    '{"status":"success","value":{"10001":"zebra","10002":"ant","21":"_scheduled_jobs","23":"_file_storage"}}',
  );
});

test("sizes are floats and follow inserts, deletions and clears", async () => {
  const api = await target();
  await clear(api, table);
  const size = () => query(api, "frontend/tableSize", `{"tableName":"${table}"}`);
  await addRecords(api, table, ["{}", "{}", "{}"]);
  expect(await size()).toBe('{"status":"success","value":3.0}');
  const [id] = await idsIn(api);
  await mutate(api, "frontend/deleteDocuments", `{"toDelete":[{"id":"${id}","tableName":"${table}"}]}`);
  expect(await size()).toBe('{"status":"success","value":2.0}');
  await clear(api, table);
  expect(await size()).toBe('{"status":"success","value":0.0}');
  expect(await query(api, "cli/tableSize", '{"tableName":"deltascope_nowhere"}')).toBe(
    '{"status":"success","value":0.0}',
  );
});

embeddedTest("the size of all tables is their sum", async () => {
  const api = await embedded();
  await addRecords(api, "one", ["{}", "{}"]);
  await addRecords(api, "two", ["{}"]);
  expect(await query(api, "frontend/tableSize:sizeOfAllTables", "{}")).toBe(
    '{"status":"success","value":3.0}',
  );
});

test("a table's data comes in pages by creation time, both ways", async () => {
  const api = await target();
  await clear(api, table);
  await addRecords(api, table, ['{"n":1}', '{"n":2}', '{"n":3}']);
  const page = (order: string, cursor: string | null) =>
    query(
      api,
      "cli/tableData",
      `{"table":"${table}","order":"${order}","paginationOpts":${opts(2, cursor)}}`,
    );
  const first = await page("asc", null);
  expect([...first.matchAll(/"n":(\d)/g)].map(([, n]) => n)).toEqual(["1", "2"]);
  expect(first).toContain('"isDone":false');
  const [, cursor = ""] = /"continueCursor":"([^"]+)"/.exec(first) ?? [];
  const second = await page("asc", cursor);
  expect([...second.matchAll(/"n":(\d)/g)].map(([, n]) => n)).toEqual(["3"]);
  expect(second).toContain('"isDone":true');
  expect([...(await page("desc", null)).matchAll(/"n":(\d)/g)].map(([, n]) => n)).toEqual(["3", "2"]);
});

test("documents are found by id, one or many", async () => {
  const api = await target();
  await clear(api, table);
  await addRecords(api, table, ['{"n":1}']);
  const [id] = await idsIn(api);
  expect(shown(await query(api, "frontend/getById", `{"id":"${id}"}`))).toBe(
    '{"status":"success","value":{"_creationTime":TIME,"_id":"ID","n":1.0}}',
  );
  expect(await query(api, "frontend/getById", '{"id":"nonsense"}')).toBe('{"status":"success","value":null}');
  const ids = `{"ids":[{"id":"${id}","tableName":"${table}"},{"id":"${id}","tableName":"users"}]}`;
  expect(shown(await query(api, "frontend/listById", ids))).toBe(
    '{"status":"success","value":[{"_creationTime":TIME,"_id":"ID","n":1.0},null]}',
  );
});

test("documents are added, replaced and deleted, their system fields left alone", async () => {
  const api = await target();
  await clear(api, table);
  const added = `{"table":"${table}","documents":[{"n":{"$integer":"KgAAAAAAAAA="}}]}`;
  expect(await mutate(api, "frontend/addDocument", added)).toBe(
    '{"status":"success","value":{"success":true}}',
  );
  const [id = ""] = await idsIn(api);
  const replaced = `{"id":"${id}","document":{"_id":"${id}","_creationTime":5,"m":1}}`;
  expect(await mutate(api, "frontend/replaceDocument", replaced)).toBe(
    '{"status":"success","value":{"success":true}}',
  );
  expect(shown(await query(api, "frontend/getById", `{"id":"${id}"}`))).toBe(
    '{"status":"success","value":{"_creationTime":TIME,"_id":"ID","m":1.0}}',
  );
  const deleted = `{"toDelete":[{"id":"${id}","tableName":"${table}"}]}`;
  expect(await mutate(api, "frontend/deleteDocuments", deleted)).toBe(
    '{"status":"success","value":{"success":true}}',
  );
  expect(await mutate(api, "frontend/replaceDocument", `{"id":"${id}","document":{}}`)).toBe(
    '{"status":"success","value":{"error":"Document does not exist.","success":false}}',
  );
});

test("a table is cleared page by page", async () => {
  const api = await target();
  await clear(api, table);
  await addRecords(api, table, ["{}", "{}"]);
  const { text } = await call(api, "POST", "/api/mutation", {
    body: `{"path":"_system/frontend/clearTablePage","args":{"tableName":"${table}","cursor":null}}`,
  });
  expect(text).toMatch(/"deleted":2\.0,"hasMore":false}}$/);
  expect(await idsIn(api)).toEqual([]);
});

function filters(json: object): string {
  return JSON.stringify(btoa(JSON.stringify(json)));
}

test("documents are filtered, newest first, and faults of a filter come as a page", async () => {
  const api = await target();
  await clear(api, table);
  await addRecords(api, table, ['{"n":1,"s":"a"}', '{"n":2,"s":"b"}', '{"n":3}', '{"n":"x"}']);
  const find = async (json: object | null) => {
    const encoded = json === null ? "null" : filters(json);
    const args = `{"table":"${table}","filters":${encoded},"paginationOpts":${opts(10)}}`;
    return await query(api, "frontend/paginatedTableDocuments", args);
  };
  const numbers = async (json: object | null) =>
    [...(await find(json)).matchAll(/"n":("x"|\d)/g)].map(([, n]) => n);
  expect(await numbers(null)).toEqual(['"x"', "3", "2", "1"]);
  expect(await numbers({ clauses: [], order: "asc" })).toEqual(["1", "2", "3", '"x"']);
  expect(await numbers({ clauses: [{ op: "gte", field: "n", value: 2 }] })).toEqual(['"x"', "3", "2"]);
  expect(await numbers({ clauses: [{ op: "type", field: "n", value: "number" }] })).toEqual(["3", "2", "1"]);
  expect(await numbers({ clauses: [{ op: "anyOf", field: "s", value: ["a", "b"] }] })).toEqual(["2", "1"]);
  expect(await numbers({ clauses: [{ op: "type", field: "s", value: "unset" }] })).toEqual(['"x"', "3"]);
  expect(await numbers({ clauses: [{ op: "eq", field: "n", value: 1, enabled: false }] })).toHaveLength(4);
  expect(await find({ clauses: [{ op: "eq", field: "n", value: { $integer: "?" } }] })).toBe(
    '{"status":"success","value":{"continueCursor":"","isDone":true,"page":[{"error":"Invalid value: {\\"$integer\\":\\"?\\"}.","filter":0.0}]}}',
  );
});

embeddedTest("a filter can walk a declared index", async () => {
  const schema =
    '{"tables":[{"tableName":"deltascope_contract_system","indexes":[{"indexDescriptor":"by_n","fields":["n"]}],"documentType":null}],"schemaValidation":true}';
  const api = await embedded({ schema });
  await addRecords(api, table, ['{"n":3}', '{"n":1}', '{"n":2}']);
  const clause = { type: "indexRange", enabled: true, lowerOp: "gt", lowerValue: 1 };
  const json = { clauses: [], order: "asc", index: { name: "by_n", clauses: [clause] } };
  const args = `{"table":"${table}","filters":${filters(json)},"paginationOpts":${opts(10)}}`;
  const text = await query(api, "frontend/paginatedTableDocuments", args);
  expect([...text.matchAll(/"n":(\d)/g)].map(([, n]) => n)).toEqual(["2", "3"]);
  const wrong = filters({ clauses: [], index: { name: "by_x", clauses: [] } });
  expect(
    await query(
      api,
      "frontend/paginatedTableDocuments",
      `{"table":"${table}","filters":${wrong},"paginationOpts":${opts(10)}}`,
    ),
  ).toContain('"page":[{"error":"Index by_x does not exist.","filter":-1.0}]');
});

embeddedTest("schemas are given as JSON text", async () => {
  const schema = '{"tables":[],"schemaValidation":true}';
  const api = await embedded({ schema });
  expect(await query(api, "frontend/getSchemas", "{}")).toBe(
    '{"status":"success","value":{"active":"{\\"tables\\":[],\\"schemaValidation\\":true}"}}',
  );
  const none = await embedded({ hasSchema: false });
  expect(await query(none, "frontend/getSchemas", "{}")).toBe('{"status":"success","value":{}}');
});

embeddedTest("the deployment says its state, its components and its version, while paused too", async () => {
  const api = await embedded({ state: "paused" });
  expect(await query(api, "frontend/deploymentState:deploymentState", "{}")).toBe(
    '{"status":"success","value":{"state":"paused"}}',
  );
  expect(await query(api, "frontend/components:list", "{}")).toBe('{"status":"success","value":[]}');
  expect(await query(api, "frontend/getVersion", "{}")).toMatch(
    /^{"status":"success","value":"\d+\.\d+\.\d+"}$/,
  );
});

test("functions are listed with their kind, visibility and validators", async () => {
  const text = await query(await target(), "cli/modules:apiSpec", "{}");
  expect(text).toMatch(/^{"status":"success","value":\[/);
});

embeddedTest("the functions of the sample are among them", async () => {
  const text = await query(await embedded(), "cli/modules:apiSpec", "{}");
  expect(text).toMatch(/{"args":{[^[\]]*},"functionType":"Mutation","identifier":"messages.js:send",/);
  expect(text).toContain('"identifier":"reports/daily.js:summary"');
  expect(text).toContain('"visibility":{"kind":"internal"}');
});

test("wrong arguments and unknown functions are errors of the function", async () => {
  const api = await target();
  expect(await query(api, "cli/tableSize", "{}")).toMatch(
    /^{"status":"error","errorMessage":"\[Request ID: [0-9a-f]{16}\] Server Error\\nUncaught Error: .*Object is missing the required field `tableName`\./,
  );
  expect(await query(api, "cli/nope", "{}")).toMatch(
    /Server Error\\nCouldn't find system module '\\"_system\/cli\/nope\.js\\"'\.\\n"}$/,
  );
});

test("nobody without a deploy key may call them, nor a key that acts as a user", async () => {
  const api = await target();
  const identity = btoa('{"tokenIdentifier":"https://x.test|ann"}');
  for (const key of [null, `${api.adminKey}:${identity}`]) {
    const body = `{"path":"_system/cli/tables","args":{"paginationOpts":${opts(1)}}}`;
    const { status, text } = await call(api, "POST", "/api/query", { key, body });
    expect(status).toBe(200);
    expect(text).toMatch(/Operation query not permitted/);
  }
});
