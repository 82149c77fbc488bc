import { expect, test } from "vitest";
import { addRecords, badDeployKey, call, clear, internalServerError, shown } from "./call.ts";
import { day, embeddedTest, type Target } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_sync";
const { target, embedded } = openTargets(table);
const path = "/api/v1/data/sync";

async function sync(api: Target, cursor?: string) {
  const selection = `"selection":{"":{"${table}":{"_other":"included"},"_other":"excluded"},"_other":"excluded"}`;
  const body = cursor === undefined ? `{${selection}}` : `{"cursor":"${cursor}",${selection}}`;
  const { text } = await call(api, "POST", path, { body });
  return { text, next: /"nextCursor":"([0-9a-f]+)"/.exec(text)?.[1] ?? "" };
}

embeddedTest("a sync begins with a truncate and the documents, and says when it is up to date", async () => {
  const api = await embedded();
  const transaction = api.store.begin();
  transaction.insert(table, { name: "Ann", big: 9007199254740993n });
  transaction.commit();
  const first = await sync(api);
  expect(shown(first.text)).toBe(
    '{"status":{"type":"snapshotting"},"truncates":[{"component":"","table":"deltascope_contract_sync"}],"values":[{"component":"","table":"deltascope_contract_sync","ts":TS,"deleted":false,"value":{"_creationTime":TIME,"_id":"ID","big":9007199254740993,"name":"Ann"}}],"syncId":"UUID","pagination":{"hasMore":true,"nextCursor":"HEX"}}',
  );
  const second = await sync(api, first.next);
  expect(shown(second.text)).toBe(
    '{"status":{"type":"upToDate","snapshotTs":TS},"truncates":[],"values":[],"syncId":"UUID","pagination":{"hasMore":true,"nextCursor":"HEX"}}',
  );
});

embeddedTest("changes follow, a deletion with nothing but its id", async () => {
  const api = await embedded();
  await addRecords(api, table, ["{}"]);
  const { next } = await sync(api, (await sync(api)).next);
  const [, id] =
    /"_id":"([^"]+)"/.exec((await call(api, "GET", `/api/list_snapshot?tableName=${table}`)).text) ?? [];
  const transaction = api.store.begin();
  transaction.remove(id ?? "");
  transaction.commit();
  const { text } = await sync(api, next);
  expect(shown(text)).toContain(
    '"values":[{"component":"","table":"deltascope_contract_sync","ts":TS,"deleted":true,"value":{"_id":"ID"}}]',
  );
});

embeddedTest("a table that was cleared comes with a truncate, unlike in document_deltas", async () => {
  const api = await embedded();
  await addRecords(api, table, ['{"n":1}']);
  const { next } = await sync(api, (await sync(api)).next);
  await clear(api, table);
  await addRecords(api, table, ['{"n":2}']);
  const { text } = await sync(api, next);
  expect(text).toContain('"truncates":[{"component":"","table":"deltascope_contract_sync"}]');
  expect(text).toContain('"n":2.0');
  expect(text).not.toContain('"n":1.0');
});

embeddedTest("large tables come in pages, each document once", async () => {
  const api = await embedded({ pageSize: { listSnapshot: 10, documentDeltas: 10, dataSync: 10 } });
  await addRecords(
    api,
    table,
    Array.from({ length: 35 }, () => "{}"),
  );
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 10; page++) {
    const { text, next } = await sync(api, cursor);
    ids.push(...[...text.matchAll(/"_id":"([^"]+)"/g)].map(([, id]) => id ?? ""));
    if (text.includes('"type":"upToDate"')) break;
    cursor = next;
  }
  // The log of the import is read once more behind the walk.
  expect(new Set(ids).size).toBe(35);
});

test("a cursor that is none is refused", async () => {
  const api = await target();
  for (const cursor of ["", "zz", "00ff00"]) {
    const { status, text } = await call(api, "POST", path, { body: `{"cursor":"${cursor}"}` });
    expect(status).toBe(400);
    expect(text).toBe('{"code":"InvalidDataSyncCursor","message":"Could not parse the data sync cursor"}');
  }
});

embeddedTest("a cursor outside the window has expired", async () => {
  const api = await embedded();
  await addRecords(api, table, ["{}"]);
  const { next } = await sync(api);
  api.clock.advance(6n * day);
  const { text } = await sync(api, next);
  expect(text).toMatch(/^{"code":"DataSyncCursorExpired","message":"/);
});

test("here an unusable selection is refused", async () => {
  const api = await target();
  const shape = await call(api, "POST", path, { body: '{"selection":{"":"excluded"}}' });
  expect(shape.status).toBe(400);
  expect(shape.text).toMatch(/^{"code":"BadJsonBody","message":/);
  const name = '{"selection":{"":{"a-b":"excluded","_other":"included"},"_other":"included"}}';
  const id =
    '{"selection":{"":{"a":{"_id":"excluded","_other":"included"},"_other":"included"},"_other":"included"}}';
  for (const body of [name, id]) {
    const { status, text } = await call(api, "POST", path, { body });
    expect(status).toBe(400);
    expect(text).toMatch(/^{"code":"InvalidDataSyncSelection","message":"Invalid selection: /);
  }
});

test("nobody without a deploy key may sync", async () => {
  const { status, text } = await call(await target(), "POST", path, { key: null, body: "{}" });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

embeddedTest("active syncs are listed, the newest first, with the client in their name", async () => {
  const api = await embedded();
  const list = "/api/v1/data/list_active_syncs";
  expect((await call(api, "GET", list)).text).toBe('{"syncs":[],"pagination":{"hasMore":false}}');
  await call(api, "POST", path, { body: "{}" });
  await call(api, "POST", path, { body: "{}", headers: { "convex-client": "fivetran-export-1.2.3" } });
  const { text } = await call(api, "GET", list);
  expect(text).toMatch(
    /^{"syncs":\[{"syncId":"fivetran-[0-9a-f-]{36}","lastUpdated":\d{13},"status":{"type":"snapshotting"}},{"syncId":"[0-9a-f-]{36}","lastUpdated":\d{13},"status":{"type":"snapshotting"}}\],"pagination":{"hasMore":false}}$/,
  );
  const first = await call(api, "GET", `${list}?limit=1`);
  expect(first.text).toMatch(/"pagination":{"hasMore":true,"nextCursor":"1"}}$/);
  api.clock.advance(4n * day);
  expect((await call(api, "GET", list)).text).toBe('{"syncs":[],"pagination":{"hasMore":false}}');
});

test("the limit of the list is 1 to 100", async () => {
  const api = await target();
  for (const limit of [0, 101]) {
    const { status, text } = await call(api, "GET", `/api/v1/data/list_active_syncs?limit=${limit}`);
    expect(status).toBe(400);
    expect(text).toMatch(/^{"code":"LimitOutOfRange"/);
  }
});

embeddedTest("a follower of deltas can go over to sync without a new copy", async () => {
  const api = await embedded();
  await addRecords(api, table, ['{"n":1}']);
  const cursor = api.store.latestTs();
  await addRecords(api, table, ['{"n":2}']);
  const given = await call(api, "POST", "/api/data_sync_cursor_from_deltas", {
    body: `{"cursor":${cursor}}`,
  });
  expect(given.status).toBe(200);
  const [, hex] = /^{"cursor":"([0-9a-f]+)"}$/.exec(given.text) ?? [];
  const { text } = await call(api, "POST", path, { body: `{"cursor":"${hex}"}` });
  expect(text).toContain('"n":2.0');
  expect(text).not.toContain('"n":1.0');
  expect(text).toContain('"truncates":[]');
});

test("the cursor of deltas is an integer, and not negative", async () => {
  const api = await target();
  const over = "/api/data_sync_cursor_from_deltas";
  expect((await call(api, "POST", over, { body: "{}" })).text).toContain("missing field `cursor`");
  const { status, text } = await call(api, "POST", over, { body: '{"cursor":-1}' });
  expect(status).toBe(500);
  expect(text).toBe(internalServerError);
});
