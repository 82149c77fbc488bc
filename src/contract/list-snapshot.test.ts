import { expect, test } from "vitest";
import { compareStrings } from "#values/compare-strings.ts";
import { addRecords, badDeployKey, call, clear, internalServerError, shown } from "./call.ts";
import { day, embeddedTest, second } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_snapshot";
const { target, embedded } = openTargets(table);
const path = "/api/list_snapshot";

test("a table's documents come with their table, component and revision, system fields in byte order", async () => {
  const api = await target();
  await addRecords(api, table, ['{"name":"Ann","Zed":1,"age":1e16}']);
  const { status, text, headers } = await call(api, "GET", `${path}?tableName=${table}&format=json`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/json");
  expect(shown(text)).toBe(
    '{"values":[{"_component":"","_table":"deltascope_contract_snapshot","_ts":TS,"Zed":1.0,"_creationTime":TIME,"_id":"ID","age":1e16,"name":"Ann"}],"snapshot":TS,"cursor":null,"hasMore":false}',
  );
});

test("POST takes the same arguments in its body", async () => {
  const api = await target();
  await addRecords(api, table, ['{"a":0.00001}']);
  const body = `{"tableName":"${table}","format":"json"}`;
  const { status, text } = await call(api, "POST", path, { body });
  expect(status).toBe(200);
  expect(shown(text)).toBe(
    '{"values":[{"_component":"","_table":"deltascope_contract_snapshot","_ts":TS,"_creationTime":TIME,"_id":"ID","a":0.00001}],"snapshot":TS,"cursor":null,"hasMore":false}',
  );
});

test("documents are ordered by id", async () => {
  const api = await target();
  await addRecords(
    api,
    table,
    Array.from({ length: 50 }, (_, n) => `{"n":${n}}`),
  );
  const { text } = await call(api, "GET", `${path}?tableName=${table}`);
  const ids = [...text.matchAll(/"_id":"([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(ids).toHaveLength(50);
  expect(ids).toEqual(ids.toSorted(compareStrings));
});

embeddedTest(
  "a page ends after 1024 documents, and a last page that is just full is followed by an empty one",
  async () => {
    const api = await embedded();
    await addRecords(
      api,
      table,
      Array.from({ length: 2048 }, () => "{}"),
    );
    const count = (text: string) => [...text.matchAll(/"_id"/g)].length;
    const first = await call(api, "GET", `${path}?tableName=${table}`);
    expect(count(first.text)).toBe(1024);
    const [, snapshot, cursor] =
      /"snapshot":(\d+),"cursor":"((?:[^"\\]|\\.)*)","hasMore":true}$/.exec(first.text) ?? [];
    expect(cursor).toMatch(/^{\\"tablet\\":\\"[A-Za-z0-9_-]{22}\\",\\"id\\":\\"[0-9a-z]{32}\\"}$/);
    const next = encodeURIComponent((cursor ?? "").replaceAll("\\", ""));
    const second = await call(api, "GET", `${path}?tableName=${table}&snapshot=${snapshot}&cursor=${next}`);
    expect(count(second.text)).toBe(1024);
    expect(second.text).toMatch(/"hasMore":true}$/);
    const [, again] = /"cursor":"((?:[^"\\]|\\.)*)"/.exec(second.text) ?? [];
    const body = `{"tableName":"${table}","snapshot":${snapshot},"cursor":"${again}"}`;
    const third = await call(api, "POST", path, { body });
    expect(third.text).toBe(`{"values":[],"snapshot":${snapshot},"cursor":null,"hasMore":false}`);
  },
);

embeddedTest(
  "a walk through everything gives one table a page, empty tables too, and each document once",
  async () => {
    const api = await embedded({ pageSize: { listSnapshot: 10, documentDeltas: 128, dataSync: 100 } });
    await addRecords(
      api,
      "users_a",
      Array.from({ length: 25 }, () => "{}"),
    );
    await addRecords(
      api,
      "users_b",
      Array.from({ length: 5 }, () => "{}"),
    );
    const ids = new Set<string>();
    let pages = 0;
    let empty = 0;
    let query = "";
    for (;;) {
      const { text } = await call(api, "GET", `${path}?${query}`);
      const found = [...text.matchAll(/"_table":"([^"]+)".*?"_id":"([^"]+)"/g)];
      expect(new Set(found.map(([, name]) => name)).size).toBeLessThanOrEqual(1);
      for (const [, , id] of found) ids.add(id ?? "");
      pages++;
      if (found.length === 0) empty++;
      const [, snapshot, cursor] = /"snapshot":(\d+),"cursor":"(.*)","hasMore":true}$/.exec(text) ?? [];
      if (cursor === undefined) break;
      query = `snapshot=${snapshot}&cursor=${encodeURIComponent(cursor.replaceAll("\\", ""))}`;
    }
    expect(ids.size).toBe(30);
    // The sample's five tables are declared and empty: five empty pages, with more to come behind all but the last.
    expect(empty).toBe(5);
    expect(pages).toBe(9);
  },
);

embeddedTest(
  "at an old snapshot the old revisions are shown, and tables that were cleared since",
  async () => {
    const api = await embedded();
    await addRecords(api, table, ['{"n":1}']);
    const [, snapshot] = /"snapshot":(\d+)/.exec((await call(api, "GET", path)).text) ?? [];
    await clear(api, table);
    await addRecords(api, table, ['{"n":2}']);
    const old = await call(api, "GET", `${path}?tableName=${table}&snapshot=${snapshot}`);
    expect(old.text).toContain('"n":1.0');
    expect(old.text).not.toContain('"n":2.0');
    const now = await call(api, "GET", `${path}?tableName=${table}`);
    expect(now.text).not.toContain('"n":1.0');
  },
);

embeddedTest(
  "the snapshot stands still while nothing is committed, moves on after five seconds, then hourly",
  async () => {
    const api = await embedded();
    await addRecords(api, table, ["{}"]);
    const snapshot = async () =>
      BigInt(/"snapshot":(\d+)/.exec((await call(api, "GET", path)).text)?.[1] ?? 0);
    const first = await snapshot();
    expect(await snapshot()).toBe(first);
    api.clock.advance(6n * second);
    expect(await snapshot()).toBe(first + 5n * second);
    api.clock.advance(60n * second);
    expect(await snapshot()).toBe(first + 5n * second);
    api.clock.advance(3600n * second);
    expect(await snapshot()).toBe(first + 3600n * second);
  },
);

test("a snapshot newer than the latest commit, a wall clock's for instance, is refused", async () => {
  const { status, text } = await call(await target(), "GET", `${path}?snapshot=9223372036854775807`);
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"SnapshotTooNew","message":"Snapshot value 9223372036854775807 is in the future."}',
  );
});

test("a snapshot older than the window is refused", async () => {
  const { status, text } = await call(await target(), "GET", `${path}?snapshot=1700000000000000001`);
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"SnapshotTooOld","message":"Snapshot value 1700000000000000001 is too far in the past."}',
  );
});

embeddedTest("the window of snapshots is five days by the clock", async () => {
  const api = await embedded();
  await addRecords(api, table, ["{}"]);
  const [, snapshot] = /"snapshot":(\d+)/.exec((await call(api, "GET", path)).text) ?? [];
  api.clock.advance(5n * day - second);
  expect((await call(api, "GET", `${path}?snapshot=${snapshot}`)).status).toBe(200);
  api.clock.advance(second);
  expect((await call(api, "GET", `${path}?snapshot=${snapshot}`)).status).toBe(400);
});

test("a negative snapshot is more than the server has words for", async () => {
  const { status, text } = await call(await target(), "GET", `${path}?snapshot=-1`);
  expect(status).toBe(500);
  expect(text).toBe(internalServerError);
});

const invalidCursor =
  '{"code":"InvalidListSnapshotCursor","message":"Invalid value for the `cursor` argument of list_snapshot. Use a `cursor` returned by a previous list_snapshot call, and treat it as an opaque value."}';

test("a cursor that is none is refused, the empty one too", async () => {
  const api = await target();
  for (const cursor of ["", "x", encodeURIComponent('{"tablet":"x","id":"y"}')]) {
    const { status, text } = await call(api, "GET", `${path}?cursor=${cursor}`);
    expect(status).toBe(400);
    expect(text).toBe(invalidCursor);
  }
});

test("a format nobody knows is refused", async () => {
  const { status, text } = await call(await target(), "GET", `${path}?format=xml`);
  expect(status).toBe(400);
  expect(text).toBe('{"code":"BadFormat","message":"format param must be one of [`json`]. Got xml"}');
});

test("numbers of a query string are digits and nothing else", async () => {
  const api = await target();
  const cases: [string, string][] = [
    ["snapshot=", "snapshot: cannot parse integer from empty string"],
    ["snapshot=null", "snapshot: invalid digit found in string"],
    ["snapshot=1.5", "snapshot: invalid digit found in string"],
    ["snapshot=9223372036854775808", "snapshot: number too large to fit in target type"],
    ["snapshot=1&snapshot=2", "duplicate field `snapshot`"],
  ];
  for (const [query, reason] of cases) {
    const { status, text } = await call(api, "GET", `${path}?${query}`);
    expect(status).toBe(400);
    expect(text).toBe(`{"code":"BadQueryArgs","message":"Failed to deserialize query string: ${reason}"}`);
  }
});

test("numbers of a body are integers: no fraction, no exponent, no quotes", async () => {
  const api = await target();
  const cases: [string, string][] = [
    ['{"snapshot":"5"}', 'invalid type: string \\"5\\", expected i64 at line 1 column 15'],
    ['{"snapshot":5.0}', "invalid type: floating point `5.0`, expected i64 at line 1 column 15"],
    ['{"snapshot":true}', "invalid type: boolean `true`, expected i64 at line 1 column 16"],
  ];
  for (const [body, reason] of cases) {
    const { status, text } = await call(api, "POST", path, { body });
    expect(status).toBe(400);
    expect(text).toBe(
      `{"code":"BadJsonBody","message":"Failed to deserialize the JSON body into the target type: snapshot: ${reason}"}`,
    );
  }
});

test("a name that cannot be a table's is a 500, a table that is not there is an empty last page", async () => {
  const api = await target();
  for (const name of ["foo-bar", ""]) {
    const { status, text } = await call(api, "GET", `${path}?tableName=${name}`);
    expect(status).toBe(500);
    expect(text).toBe(internalServerError);
  }
  for (const name of ["deltascope_nowhere", "_storage"]) {
    const { status, text } = await call(api, "GET", `${path}?tableName=${name}`);
    expect(status).toBe(200);
    expect(shown(text)).toBe('{"values":[],"snapshot":TS,"cursor":null,"hasMore":false}');
  }
});

embeddedTest("a selector of the wrong type or given twice selects everything", async () => {
  const api = await embedded();
  await addRecords(api, table, ["{}"]);
  const bodies = [
    '{"tableName":5}',
    '{"tableName":null}',
    '{"tableName":"users","table_name":"users"}',
    '{"selection":{"":{"users":"included"}}}',
    '{"selection":{"_other":"some"}}',
  ];
  const walk = async (first: (cursor: string) => Promise<string>) => {
    let cursor = "";
    for (;;) {
      const text = await first(cursor);
      if (text.includes(`"_table":"${table}"`)) return true;
      const [, next] = /"cursor":"((?:[^"\\]|\\.)*)"/.exec(text) ?? [];
      if (next === undefined) return false;
      cursor = next;
    }
  };
  for (const body of bodies) {
    const all = await walk(async (cursor) => {
      const full = cursor === "" ? body : body.replace(/^{/, `{"cursor":"${cursor}",`);
      return (await call(api, "POST", path, { body: full })).text;
    });
    expect(all).toBe(true);
  }
  const twice = await walk(async (cursor) => {
    const more = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor.replaceAll("\\", ""))}`;
    return (await call(api, "GET", `${path}?tableName=users&tableName=users${more}`)).text;
  });
  expect(twice).toBe(true);
});

test("a selection chooses tables and columns", async () => {
  const api = await target();
  await addRecords(api, table, ['{"name":"Ann","age":1}']);
  const body = `{"selection":{"":{"${table}":{"age":"excluded","_other":"included"},"_other":"excl"},"_other":"excluded"}}`;
  const { text } = await call(api, "POST", path, { body });
  expect(shown(text)).toBe(
    '{"values":[{"_component":"","_table":"deltascope_contract_snapshot","_ts":TS,"_creationTime":TIME,"_id":"ID","name":"Ann"}],"snapshot":TS,"cursor":null,"hasMore":false}',
  );
});

embeddedTest("a deployment that ignores tableName gives every table", async () => {
  const api = await embedded({ ignoresTableName: true });
  await addRecords(api, table, ["{}"]);
  const { text } = await call(api, "GET", `${path}?tableName=users`);
  expect(shown(text)).toMatch(/"hasMore":true}$/);
});

test("nobody without a deploy key may export", async () => {
  const { status, text } = await call(await target(), "GET", path, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

test("a key that acts as a user may not export", async () => {
  const api = await target();
  const identity = btoa('{"tokenIdentifier":"https://x.test|ann"}');
  const { status, text } = await call(api, "GET", path, { key: `${api.adminKey}:${identity}` });
  expect(status).toBe(403);
  expect(text).toBe('{"code":"SystemIdentityRequired","message":"Operation list_snapshot not permitted"}');
});

embeddedTest("a key without the permission may not export", async () => {
  const api = await embedded({ keys: [{ secret: "01aa", allowedOps: ["deployment:backups:import"] }] });
  const { status, text } = await call(api, "GET", path, { key: "happy-animal-123|01aa" });
  expect(status).toBe(403);
  expect(text).toBe(
    '{"code":"OperationNotPermitted","message":"You do not have permission to perform this operation (deployment:data:view)."}',
  );
});

embeddedTest("on a plan without export the plan is told before the missing key", async () => {
  const api = await embedded({ hasStreamingExport: false });
  const { status, text } = await call(api, "GET", path, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(
    '{"code":"StreamingExportNotEnabled","message":"Streaming export is not available on your current subscription. See https://www.convex.dev/plans to upgrade."}',
  );
});

test("the query string is told before the key, the key before the body", async () => {
  const api = await target();
  expect((await call(api, "GET", `${path}?snapshot=x`, { key: "wrong|00" })).status).toBe(400);
  expect((await call(api, "POST", path, { key: "wrong|00", body: "{" })).status).toBe(401);
});
