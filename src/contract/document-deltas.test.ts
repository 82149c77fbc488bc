import { expect, test } from "vitest";
import { compareStrings } from "#values/compare-strings.ts";
import { addRecords, badDeployKey, call, clear, internalServerError, shown } from "./call.ts";
import { day, embeddedTest, second, type Target } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_deltas";
const { target, embedded } = openTargets(table);
const path = "/api/document_deltas";

/** The newest timestamp: what a follower starts from. */
async function latest(api: Target): Promise<string> {
  const { text } = await call(api, "GET", `/api/list_snapshot?tableName=${table}`);
  return /"snapshot":(\d+)/.exec(text)?.[1] ?? "";
}

async function systemMutation(api: Target, name: string, args: string): Promise<void> {
  const body = `{"path":"_system/frontend/${name}","args":${args}}`;
  const { text } = await call(api, "POST", "/api/mutation", { body });
  expect(text).toMatch(/^{"status":"success"/);
}

async function idsIn(api: Target): Promise<string[]> {
  const { text } = await call(api, "GET", `/api/list_snapshot?tableName=${table}`);
  return [...text.matchAll(/"_id":"([^"]+)"/g)].map(([, id]) => id ?? "");
}

test("every revision is given, a deletion with nothing but its id", async () => {
  const api = await target();
  await clear(api, table);
  const cursor = await latest(api);
  await addRecords(api, table, ['{"name":"Ann","Zed":true}']);
  const [id] = await idsIn(api);
  await systemMutation(api, "replaceDocument", `{"id":"${id}","document":{"name":"Bo"}}`);
  await systemMutation(api, "deleteDocuments", `{"toDelete":[{"id":"${id}","tableName":"${table}"}]}`);
  const { status, text } = await call(api, "GET", `${path}?cursor=${cursor}&tableName=${table}&format=json`);
  expect(status).toBe(200);
  const place = '{"_component":"","_table":"deltascope_contract_deltas","_ts":TS,';
  expect(shown(text)).toBe(
    `{"values":[${place}"_deleted":false,"Zed":true,"_creationTime":TIME,"_id":"ID","name":"Ann"},` +
      `${place}"_deleted":false,"_creationTime":TIME,"_id":"ID","name":"Bo"},` +
      `${place}"_deleted":true,"_id":"ID"}],"cursor":TS,"hasMore":false}`,
  );
  const stamps = [...text.matchAll(/"_ts":(\d+)/g)].map(([, ts]) => BigInt(ts ?? 0));
  expect(new Set(stamps).size).toBe(3);
  expect(stamps).toEqual([...stamps].sort((a, b) => (a < b ? -1 : 1)));
});

test("rows of one transaction share a timestamp and are ordered by id", async () => {
  const api = await target();
  await clear(api, table);
  const cursor = await latest(api);
  await addRecords(
    api,
    table,
    Array.from({ length: 20 }, () => "{}"),
  );
  const { text } = await call(api, "GET", `${path}?cursor=${cursor}&tableName=${table}`);
  expect(new Set([...text.matchAll(/"_ts":(\d+)/g)].map(([, ts]) => ts)).size).toBe(1);
  const ids = [...text.matchAll(/"_id":"([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(ids).toHaveLength(20);
  expect(ids).toEqual(ids.toSorted(compareStrings));
});

test("POST keeps every digit of its cursor, and the cursor is exclusive", async () => {
  const api = await target();
  await addRecords(api, table, ["{}"]);
  const before = await latest(api);
  await addRecords(api, table, ["{}"]);
  const after = await call(api, "POST", path, { body: `{"cursor":${before},"tableName":"${table}"}` });
  expect([...after.text.matchAll(/"_id"/g)]).toHaveLength(1);
  const [, ts] = /"_ts":(\d+)/.exec(after.text) ?? [];
  const one = BigInt(ts ?? 0) - 1n;
  const justBefore = await call(api, "POST", path, { body: `{"cursor":${one},"tableName":"${table}"}` });
  expect([...justBefore.text.matchAll(/"_id"/g)]).toHaveLength(1);
  const at = await call(api, "POST", path, { body: `{"cursor":${ts},"tableName":"${table}"}` });
  expect(at.text).toMatch(/^{"values":\[\],"cursor":\d{19},"hasMore":false}$/);
});

embeddedTest("the limit counts rows of the whole log: a page can be empty with more to come", async () => {
  const api = await embedded({ pageSize: { listSnapshot: 1024, documentDeltas: 4, dataSync: 100 } });
  const cursor = await latest(api);
  for (let n = 0; n < 6; n++) await addRecords(api, "others", ["{}"]);
  await addRecords(api, table, ["{}"]);
  const pages: number[] = [];
  let at = cursor;
  for (;;) {
    const { text } = await call(api, "GET", `${path}?cursor=${at}&tableName=${table}`);
    pages.push([...text.matchAll(/"_id"/g)].length);
    at = /"cursor":(\d+)/.exec(text)?.[1] ?? "";
    if (text.endsWith('"hasMore":false}')) break;
  }
  expect(pages.at(-1)).toBe(1);
  expect(pages.filter((count) => count === 0).length).toBeGreaterThanOrEqual(1);
});

embeddedTest("a page is completed to the end of the last transaction", async () => {
  const api = await embedded();
  const cursor = await latest(api);
  await addRecords(
    api,
    table,
    Array.from({ length: 500 }, () => "{}"),
  );
  await addRecords(api, table, ["{}"]);
  const first = await call(api, "GET", `${path}?cursor=${cursor}`);
  expect([...first.text.matchAll(/"_id"/g)]).toHaveLength(500);
  expect(first.text).toMatch(/"hasMore":true}$/);
  const [, next] = /"cursor":(\d+),"hasMore"/.exec(first.text) ?? [];
  expect(first.text).toContain(`"_ts":${next},`);
  const last = await call(api, "GET", `${path}?cursor=${next}`);
  expect([...last.text.matchAll(/"_id"/g)]).toHaveLength(1);
  expect(last.text).toMatch(/"hasMore":false}$/);
});

test("clearing a table is not shown, and takes its past rows with it", async () => {
  const api = await target();
  const cursor = await latest(api);
  await addRecords(api, table, ['{"gone":true}']);
  await clear(api, table);
  await addRecords(api, table, ['{"kept":true}']);
  const { text } = await call(api, "GET", `${path}?cursor=${cursor}&tableName=${table}`);
  expect(text).not.toContain('_deleted":true');
  expect(text).not.toContain("gone");
  expect(text).toContain("kept");
});

embeddedTest("inserted and deleted in one transaction leaves a lone deletion", async () => {
  const api = await embedded();
  const cursor = await latest(api);
  const transaction = api.store.begin();
  transaction.remove(transaction.insert(table, { n: 1 }));
  transaction.commit();
  const { text } = await call(api, "GET", `${path}?cursor=${cursor}`);
  expect(shown(text)).toBe(
    '{"values":[{"_component":"","_table":"deltascope_contract_deltas","_ts":TS,"_deleted":true,"_id":"ID"}],"cursor":TS,"hasMore":false}',
  );
});

test("a cursor from the future comes back as the latest commit time, lower than it was", async () => {
  const api = await target();
  await addRecords(api, table, ["{}"]);
  const { status, text } = await call(api, "GET", `${path}?cursor=9000000000000000001`);
  expect(status).toBe(200);
  const [, cursor] = /^{"values":\[\],"cursor":(\d+),"hasMore":false}$/.exec(text) ?? [];
  expect(BigInt(cursor ?? 0)).toBeLessThan(9000000000000000001n);
});

test("there is no default cursor", async () => {
  const { status, text } = await call(await target(), "GET", path);
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"DocumentDeltasCursorRequired","message":"/api/document_deltas requires a cursor"}',
  );
});

test("a negative cursor is more than the server has words for", async () => {
  const { status, text } = await call(await target(), "GET", `${path}?cursor=-1`);
  expect(status).toBe(500);
  expect(text).toBe(internalServerError);
});

embeddedTest(
  "a young deployment gives its whole history, an old one refuses what it no longer keeps",
  async () => {
    const api = await embedded();
    await addRecords(api, table, ["{}"]);
    api.clock.advance(13n * day);
    expect((await call(api, "GET", `${path}?cursor=0`)).text).toContain('"_deleted":false');
    api.clock.advance(2n * day + second);
    const { status, text } = await call(api, "GET", `${path}?cursor=1234`);
    expect(status).toBe(400);
    expect(text).toBe(
      '{"code":"InvalidWindowToReadDocuments","message":"Trying to synchronize from timestamp 1235, which is older than the database’s retention window. This may happen if you paused your Fivetran or Airbyte connector for a long period of time. Please perform a full sync of the connector. See https://fivetran.com/docs/connectors/troubleshooting/trigger-historical-re-syncs or https://docs.airbyte.com/platform/operator-guides/refreshes"}',
    );
  },
);

test("a cursor in a body is an integer", async () => {
  const body = '{\n "cursor": 1e3}';
  const { status, text } = await call(await target(), "POST", path, { body });
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"BadJsonBody","message":"Failed to deserialize the JSON body into the target type: cursor: invalid type: floating point `1000.0`, expected i64 at line 2 column 14"}',
  );
});

test("nobody without a deploy key may follow changes", async () => {
  const { status, text } = await call(await target(), "GET", `${path}?cursor=0`, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

test("a key that acts as a user may not follow changes", async () => {
  const api = await target();
  const identity = btoa('{"issuer":"https://x.test","subject":"ann"}');
  const { status, text } = await call(api, "GET", `${path}?cursor=0`, { key: `${api.adminKey}:${identity}` });
  expect(status).toBe(403);
  expect(text).toBe('{"code":"SystemIdentityRequired","message":"Operation document_deltas not permitted"}');
});
