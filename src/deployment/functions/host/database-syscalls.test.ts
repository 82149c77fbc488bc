import { expect, test } from "vitest";
import type { FunctionOutcome } from "#deployment/functions/function-host.ts";
import { encodeDocumentId } from "#values/document-id.ts";
import { message, startTestHost, value } from "#deployment/node/test-function-host.ts";

test("inserts, reads, patches, replaces and deletes a document", async () => {
  const { query, mutation } = startTestHost();
  const id = value(
    await mutation("database:insert", '{"value":{"a":1,"b":{"$integer":"KgAAAAAAAAA="}}}'),
  ) as string;
  const stored = { _id: id, a: 1, b: 42n };
  expect(value(await query("database:get", `{"id":"${id}"}`))).toMatchObject(stored);
  const patched = await mutation("database:patch", `{"id":"${id}","value":{"c":"new"},"without":"a"}`);
  expect(value(patched)).toEqual({ _id: id, _creationTime: expect.any(Number) as number, b: 42n, c: "new" });
  const replaced = await mutation("database:replace", `{"id":"${id}","value":{"d":null}}`);
  expect(value(replaced)).toEqual({ _id: id, _creationTime: expect.any(Number) as number, d: null });
  expect(value(await mutation("database:remove", `{"id":"${id}"}`))).toBeNull();
  expect(value(await query("database:get", `{"id":"${id}"}`))).toBeNull();
});

test("writes to a document that is not there fail and say so", async () => {
  const { mutation } = startTestHost();
  const id = value(await mutation("database:insert", '{"value":{}}')) as string;
  await mutation("database:remove", `{"id":"${id}"}`);
  expect(message(await mutation("database:patch", `{"id":"${id}","value":{}}`))).toBe(
    `Uncaught Error: Update on nonexistent document ID ${id}`,
  );
  expect(message(await mutation("database:remove", `{"id":"${id}"}`))).toBe(
    `Uncaught Error: Delete on nonexistent document ID ${id}`,
  );
});

test("refuses ids that are none or of another table", async () => {
  const { query, mutation } = startTestHost();
  expect(message(await query("database:get", '{"id":"nonsense"}'))).toBe(
    "Uncaught Error: Invalid argument `id` for `db.get`: Unable to decode ID: Invalid ID length 8",
  );
  const id = value(await mutation("database:insert", '{"value":{}}')) as string;
  expect(message(await query("database:getFrom", `{"table":"others","id":"${id}"}`))).toContain(
    "expected ID in table 'others' but got ID in table 'things'",
  );
});

test("system fields may be repeated by a replace but not made up", async () => {
  const { mutation } = startTestHost();
  expect(message(await mutation("database:insert", '{"value":{"_id":"x"}}'))).toContain(
    "Field '_id' starts with an underscore",
  );
  const id = value(await mutation("database:insert", '{"value":{"a":1}}')) as string;
  const same = await mutation("database:replace", `{"id":"${id}","value":{"_id":"${id}","a":2}}`);
  expect(value(same)).toMatchObject({ _id: id, a: 2 });
  expect(message(await mutation("database:replace", `{"id":"${id}","value":{"_creationTime":1}}`))).toContain(
    "_creationTime",
  );
});

test("collects, takes, filters and reads along an index, in order", async () => {
  const { query, mutation } = startTestHost();
  await mutation("database:insertMany", '{"count":250}');
  const ats = (outcome: FunctionOutcome) => (value(outcome) as { at: number }[]).map((thing) => thing.at);
  expect(ats(await query("database:all"))).toEqual(Array.from({ length: 250 }, (_, at) => at));
  expect(ats(await query("database:newest", '{"count":3}'))).toEqual([249, 248, 247]);
  expect(ats(await query("database:evenAbove", '{"least":243}'))).toEqual([244, 246, 248]);
  expect(ats(await query("database:between", '{"low":101,"high":109}'))).toEqual([107, 105, 103, 101]);
});

test("unique wants at most one document", async () => {
  const { query, mutation } = startTestHost();
  expect(value(await query("database:only"))).toBeNull();
  await mutation("database:insertMany", '{"count":2}');
  expect(message(await query("database:only"))).toMatch(
    /^Uncaught Error: unique\(\) query returned more than one result from table things:/,
  );
});

test("an index range follows the order of the index, and the index exists", async () => {
  const { query } = startTestHost();
  expect(message(await query("database:wrongOrder"))).toContain(
    'Index fields: ["parity", "at", "_creationTime"]\nQuery fields: ["at"]\nFirst incorrect field: "at"',
  );
  expect(message(await query("database:noSuchIndex"))).toBe(
    "Uncaught Error: Index things.by_nothing not found.",
  );
});

test("pages go on where the last one ended, also past documents that a filter drops", async () => {
  const { query, mutation } = startTestHost();
  await mutation("database:insertMany", '{"count":21}');
  const seen: number[] = [];
  let cursor: string | null = null;
  for (let isDone = false; !isDone;) {
    const args: string = JSON.stringify({ options: { numItems: 4, cursor, maximumRowsRead: 7 } });
    const page = value(await query("database:page", args)) as {
      page: { at: number }[];
      isDone: boolean;
      continueCursor: string;
    };
    expect(page.page.length).toBeLessThanOrEqual(4);
    seen.push(...page.page.map((thing) => thing.at));
    ({ isDone, continueCursor: cursor } = page);
  }
  expect(seen).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  expect(message(await query("database:twoPages"))).toContain("ran multiple paginated queries");
});

test("a walk sees what its own function has deleted meanwhile", async () => {
  const { mutation } = startTestHost();
  await mutation("database:insertMany", '{"count":30}');
  const seen = value(await mutation("database:deleteNextWhileIterating"));
  expect(seen).toEqual(Array.from({ length: 15 }, (_, at) => at * 2));
});

test("normalizeId knows the tables, those made by the function itself too", async () => {
  const { mutation } = startTestHost();
  const id = value(await mutation("database:insert", '{"value":{}}')) as string;
  const [known, other, fresh, none] = value(
    await mutation("database:normalize", `{"id":"${id}"}`),
  ) as string[];
  expect([known, other, none]).toEqual([id, null, null]);
  expect(fresh).toMatch(/^[0-9a-z]{32}$/);
});

test("too many reads and writes are refused, and many are warned of", async () => {
  const { mutation, query } = startTestHost({ documentsRead: 50, documentsWritten: 50 });
  expect(message(await mutation("database:insertMany", '{"count":51}'))).toContain(
    "Too many documents written in a single function execution (limit: 50).",
  );
  const many = await mutation("database:insertMany", '{"count":45}');
  expect(many.logLines).toEqual([
    "[WARN] Many documents written in a single function execution (actual: 45, limit: 50).",
  ]);
  await mutation("database:insertMany", '{"count":45}');
  expect(message(await query("database:all"))).toContain(
    "Too many documents read in a single function execution (limit: 50). Consider using smaller limits",
  );
});

test("an id of a table that is not there fits no validator", async () => {
  const { query } = startTestHost();
  const id = encodeDocumentId({ tableNumber: 12_345, internalId: new Uint8Array(16) });
  expect(value(await query("database:get", `{"id":"${id}"}`))).toBeNull();
});
