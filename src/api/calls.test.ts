import { expect, test } from "vitest";
import { asTimestamp } from "#values/timestamp.ts";
import { createClient, type Client } from "./client.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A client whose deployment answers by hand-written text. */
function clientOf(answer: (sent: Sent) => Response | string): { client: Client; sent: Sent[] } {
  const sent: Sent[] = [];
  const client = createClient(
    { url: "http://deployment", name: "a", key: "a|k", userToken: undefined },
    {
      wait: async () => undefined,
      fetch: async (url, init) => {
        const one = {
          method: init.method ?? "GET",
          path: url.slice("http://deployment".length),
          body: typeof init.body === "string" ? init.body : "",
        };
        sent.push(one);
        const answered = answer(one);
        return typeof answered === "string" ? new Response(answered) : answered;
      },
    },
  );
  return { client, sent };
}

const refusal = (status: number, code: string) =>
  new Response(JSON.stringify({ code, message: "m" }), { status });

const page = `{"values":[{"_component":"","_table":"users","_ts":1756000000123456789,"_creationTime":1756000000123.25,"_id":"j57","big":{"$integer":"AQAAAAAAIAA="},"raw":{"$bytes":"aGk="},"odd":{"$float":"AAAAAAAA+H8="},"__proto__":"x"}],"snapshot":1756000000999999999,"cursor":"{\\"tablet\\":\\"A\\"}","hasMore":true}`;

test("reads a snapshot page digit by digit", async () => {
  const { client, sent } = clientOf(() => page);
  const read = await client.listSnapshot({ tableName: "users", snapshot: asTimestamp(1756000000999999999n) });
  expect(sent[0]?.path).toBe(
    "/api/list_snapshot?tableName=users&snapshot=1756000000999999999&format=convex_encoded_json",
  );
  expect(read).toMatchObject({ snapshot: 1756000000999999999n, cursor: '{"tablet":"A"}', hasMore: true });
  const [document] = read.documents;
  expect(document).toMatchObject({
    id: "j57",
    table: "users",
    component: "",
    ts: 1756000000123456789n,
    creationTime: 1756000000123.25,
  });
  expect(document?.fields["big"]).toBe(9007199254740993n);
  expect(document?.fields["raw"]).toEqual(new Uint8Array([104, 105]));
  expect(document?.fields["odd"]).toBeNaN();
  expect(Object.keys(document?.fields ?? {})).toEqual(["big", "raw", "odd", "__proto__"]);
});

test("leaves out documents of other tables, which older deployments send along", async () => {
  const { client } = clientOf(() => page);
  const read = await client.listSnapshot({ tableName: "tickets" });
  expect(read).toMatchObject({ documents: [], hasMore: true });
});

test("asks a deployment that knows only the documented form for that one", async () => {
  const { client, sent } = clientOf(({ path }) =>
    path.includes("convex_encoded_json")
      ? refusal(400, "BadFormat")
      : '{"values":[],"snapshot":5,"cursor":null,"hasMore":false}',
  );
  expect(await client.listSnapshot({})).toEqual({
    documents: [],
    snapshot: 5n,
    cursor: undefined,
    hasMore: false,
  });
  expect(sent.map((one) => one.path)).toEqual([
    "/api/list_snapshot?format=convex_encoded_json",
    "/api/list_snapshot?format=json",
  ]);
});

test("reads written and deleted deltas and sends the cursor's digits", async () => {
  const { client, sent } = clientOf(
    () =>
      `{"values":[{"_component":"","_table":"users","_ts":1756000001000000001,"_deleted":false,"_creationTime":1.5,"_id":"j57","name":"Bo"},{"_component":"","_table":"users","_ts":1756000001000000002,"_deleted":true,"_id":"j58"},{"_component":"","_table":"tickets","_ts":1756000001000000002,"_deleted":true,"_id":"j59"}],"cursor":1756000001500000001,"hasMore":false}`,
  );
  const read = await client.documentDeltas({ cursor: asTimestamp(1756000000999999999n), tableName: "users" });
  expect(sent[0]?.path).toContain("cursor=1756000000999999999&tableName=users");
  expect(read).toEqual({
    deltas: [
      {
        kind: "written",
        id: "j57",
        table: "users",
        component: "",
        ts: 1756000001000000001n,
        creationTime: 1.5,
        fields: { name: "Bo" },
      },
      { kind: "deleted", id: "j58", table: "users", component: "", ts: 1756000001000000002n },
    ],
    cursor: 1756000001500000001n,
    hasMore: false,
  });
});

test("calls an answer of another shape unreadable", async () => {
  for (const body of [
    "",
    "<html>",
    "[]",
    "{}",
    '{"values":[],"snapshot":"5","cursor":null,"hasMore":false}',
  ]) {
    const { client } = clientOf(() => body);
    await expect(client.listSnapshot({})).rejects.toMatchObject({
      problem: { kind: "unreadable", status: 200 },
    });
  }
});

test("gives a function that failed as an outcome with its data", async () => {
  const { client } = clientOf(
    () =>
      '{"status":"error","errorMessage":"[Request ID: a] Server Error\\nUncaught ConvexError: x\\n","errorData":{"n":{"$integer":"KgAAAAAAAAA="}},"logLines":["[LOG] \'a\'"]}',
  );
  const outcome = await client.runFunction({ path: "m:pay", kind: "action", args: {}, caller: "key" });
  expect(outcome).toMatchObject({
    kind: "failed",
    errorData: { n: 42n },
    logLines: ["[LOG] 'a'"],
    format: "convex_encoded_json",
  });
});

test("reads an outcome without log lines", async () => {
  const { client } = clientOf(() => '{"status":"success","value":null}');
  const outcome = await client.runFunction({ path: "m:f", kind: "query", args: {}, caller: "key" });
  expect(outcome).toMatchObject({ kind: "succeeded", value: null, logLines: [] });
});

test("learns the form of values by a query before it runs anything, and only once", async () => {
  const { client, sent } = clientOf(({ path, body }) =>
    path === "/api/query" && body.includes("convex_encoded_json")
      ? refusal(400, "BadFormat")
      : '{"status":"success","value":"42"}',
  );
  const call = { path: "m:send", kind: "mutation", args: {}, caller: "key" } as const;
  expect(await client.runFunction(call)).toMatchObject({ value: "42", format: "json" });
  await client.runFunction(call);
  expect(sent.map((one) => `${one.path} ${one.body}`)).toEqual([
    '/api/query {"path":"_system/frontend/getVersion","args":{},"format":"convex_encoded_json"}',
    '/api/mutation {"path":"m:send","args":{},"format":"json"}',
    '/api/mutation {"path":"m:send","args":{},"format":"json"}',
  ]);
});

test("never runs a function twice, whatever the answer", async () => {
  for (const status of [408, 429, 500, 502, 503]) {
    const { client, sent } = clientOf(({ path }) =>
      path === "/api/mutation" ? new Response("", { status }) : '{"status":"success","value":""}',
    );
    const run = client.runFunction({ path: "m:f", kind: "mutation", args: {}, caller: "key" });
    await expect(run).rejects.toMatchObject({ problem: { kind: "refused", status } });
    expect(sent.filter((one) => one.path === "/api/mutation")).toHaveLength(1);
  }
});

test("takes a 404 with a code for a function that is not there, and one without for a problem", async () => {
  const call = { path: "m:nope", kind: "query", args: {}, caller: "key" } as const;
  const coded = clientOf(() => refusal(404, "FunctionPathNotFound"));
  expect(await coded.client.runFunction(call)).toMatchObject({ kind: "failed", errorMessage: "m" });
  const bare = clientOf(() => new Response("", { status: 404 }));
  await expect(bare.client.runFunction(call)).rejects.toMatchObject({
    problem: { kind: "refused", status: 404 },
  });
});

test("runs any kind by its path, and one of a component with the key", async () => {
  const { client, sent } = clientOf(() => '{"status":"success","value":null}');
  await client.runFunction({ path: "reports/daily:summary", kind: "any", args: {}, caller: "key" });
  await client.runFunction({ path: "a:b", kind: "any", args: {}, caller: "key", componentPath: "waitlist" });
  expect(sent.slice(1)).toMatchObject([
    { path: "/api/run/reports/daily/summary", body: '{"args":{},"format":"convex_encoded_json"}' },
    {
      path: "/api/function",
      body: '{"path":"a:b","componentPath":"waitlist","args":{},"format":"convex_encoded_json"}',
    },
  ]);
});

test("lists functions by the path they are typed with", async () => {
  const { client } = clientOf(
    () =>
      '{"status":"success","value":[{"identifier":"messages.js:list","functionType":"Query","visibility":{"kind":"public"},"args":{"type":"any"},"returns":{"type":"any"}},{"identifier":"health.js:default","functionType":"Action","visibility":{"kind":"internal"}},{"functionType":"HttpAction","method":"GET","path":"/hook"}]}',
  );
  expect(await client.apiSpec()).toEqual({
    functions: [
      { path: "health", kind: "action", isInternal: true, args: { type: "any" }, returns: { type: "any" } },
      {
        path: "messages:list",
        kind: "query",
        isInternal: false,
        args: { type: "any" },
        returns: { type: "any" },
      },
    ],
    httpActions: [{ method: "GET", path: "/hook" }],
  });
});

test("turns a system function's failure into a refusal", async () => {
  const { client } = clientOf(
    () =>
      '{"status":"error","errorMessage":"[Request ID: a] Server Error\\nOperation query not permitted\\n"}',
  );
  await expect(client.tables()).rejects.toMatchObject({
    problem: { kind: "refused", code: "SystemFunctionFailed", message: "Operation query not permitted" },
  });
});

test("asks the system's indexes whether a key is ready", async () => {
  const indexes = (list: string) =>
    clientOf(() => `{"status":"success","value":${list}}`).client.primaryKeyIndex("users");
  const index = (state: string) =>
    `[{"name":"by_x","fields":["x"],"backfill":{"state":"done"}},{"name":"_by_airbyte_primary_key","fields":["id"],"backfill":${state}}]`;
  expect(await indexes("null")).toEqual({ kind: "missing" });
  expect(await indexes("[]")).toEqual({ kind: "missing" });
  expect(await indexes(index('{"state":"done"}'))).toEqual({ kind: "ready", fields: ["id"] });
  expect(
    await indexes(index('{"state":"backfilling","stats":{"numDocsIndexed":5.0,"totalDocs":9.0}}')),
  ).toEqual({
    kind: "building",
    fields: ["id"],
    indexed: 5,
    total: 9,
  });
});

test("reads schemas with and without components", async () => {
  const table =
    '{"type":"object","properties":{"_id":{"$description":"Id(users)","type":"string"}},"required":["_id"]}';
  const old = await clientOf(() => `{"users":${table}}`).client.jsonSchemas();
  const now = await clientOf(
    () => `{"waitlist":{"people":${table}},"":{"users":${table},"type":${table}}}`,
  ).client.jsonSchemas();
  expect(old.map(({ component, name }) => [component, name])).toEqual([["", "users"]]);
  expect(now.map(({ component, name }) => [component, name])).toEqual([
    ["", "type"],
    ["", "users"],
    ["waitlist", "people"],
  ]);
});

test("reads the latest commit from its eight bytes", async () => {
  const { client } = clientOf(() => '{"ts":"Fc3xSLKQXhg="}');
  expect(await client.queryTs()).toBe(1756000000123456789n);
});

test.each([
  [200, "", 1000, "written"],
  [400, "MissingStream", 20_000, "refused"],
  [400, "SchemaEnforcementError", 1000, "refused"],
  [400, "SchemaEnforcementError", 20_000, "unknown"],
  [401, "BadAdminKey", 20_000, "refused"],
  [403, "OperationNotPermitted", 20_000, "refused"],
  [503, "OptimisticConcurrencyControlFailure", 1000, "refused"],
  [503, "OptimisticConcurrencyControlFailure", 20_000, "unknown"],
  [503, "CommitterFullError", 1000, "unknown"],
  [408, "", 1000, "unknown"],
  [429, "", 1000, "unknown"],
  [500, "InternalServerError", 1000, "unknown"],
  [502, "", 1000, "unknown"],
] as const)(
  "says of a batch answered with %i %s (%i records) that it was %s",
  async (status, code, records, kind) => {
    const { client, sent } = clientOf(() =>
      status === 200 ? "" : code === "" ? new Response("", { status }) : refusal(status, code),
    );
    const result = await client.importAirbyteRecords({ body: '{"tables":{},"messages":[]}', records });
    expect(result.kind).toBe(kind);
    expect(sent).toMatchObject([{ method: "POST", body: '{"tables":{},"messages":[]}' }]);
  },
);

test("says that nobody knows what became of a batch whose connection was lost or that was stopped", async () => {
  const lost = clientOf(() => {
    throw new TypeError("fetch failed");
  });
  expect(await lost.client.importAirbyteRecords({ body: "{}", records: 1 })).toMatchObject({
    kind: "unknown",
    problem: { kind: "unreachable" },
  });
  const stopped = clientOf(() => {
    throw new DOMException("stopped", "AbortError");
  });
  expect(await stopped.client.importAirbyteRecords({ body: "{}", records: 1 })).toEqual({
    kind: "unknown",
    problem: undefined,
  });
});

test("does not take a stranger's answer for an acknowledgement", async () => {
  const { client } = clientOf(() => "<html>Log in to the network</html>");
  expect(await client.importAirbyteRecords({ body: "{}", records: 1 })).toMatchObject({
    kind: "unknown",
    problem: { kind: "unreadable" },
  });
  await expect(client.clearTables(["users"])).rejects.toMatchObject({ problem: { kind: "unreadable" } });
  await expect(client.addPrimaryKeyIndexes({})).rejects.toMatchObject({ problem: { kind: "unreadable" } });
});

test("sends writes of tables and indexes once and reads no body", async () => {
  const { client, sent } = clientOf(() => "");
  await client.clearTables(["users"]);
  await client.addPrimaryKeyIndexes({ users: [["org"], ["address", "zip"]] });
  expect(sent).toEqual([
    { method: "PUT", path: "/api/streaming_import/clear_tables", body: '{"tableNames":["users"]}' },
    {
      method: "PUT",
      path: "/api/streaming_import/add_primary_key_indexes",
      body: '{"indexes":{"users":[["org"],["address","zip"]]}}',
    },
  ]);
});
