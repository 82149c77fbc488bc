import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Caller } from "#deployment/http/caller.ts";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import { functionWorkerFile, spawnFunctionWorker } from "#deployment/node/spawn-function-worker.ts";
import { steppingClock } from "#deployment/store/clock.ts";
import { openStore } from "#deployment/store/open-store.ts";
import { seededRandom } from "#deployment/store/random.ts";
import { encodeDocumentId } from "#values/document-id.ts";
import { parseFunctionPath } from "#values/function-path.ts";
import { createFunctionHost } from "./create-function-host.ts";
import type { FunctionCall, FunctionHost, FunctionOutcome } from "./function-host.ts";
import type { Limits } from "./limits.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const anonymous: Caller = { kind: "anonymous" };
const admin: Caller = { kind: "admin", allowedOps: [], isReadOnly: false };

function start(limits: Partial<Limits> = {}) {
  const clock = steppingClock(1_768_478_400_000_000_000n);
  const random = seededRandom(1);
  const store = openStore({ database: openSqlite(":memory:"), clock, random, backfillDelay: 0n });
  store.declare(
    [{ name: "things", indexes: [{ name: "by_parity_and_at", fields: ["parity", "at"] }] }],
    () => null,
  );
  const file = join(dirname(functionWorkerFile()), "function-test-worker.js");
  const host: FunctionHost = createFunctionHost({
    spawnWorker: () => spawnFunctionWorker(file),
    store,
    clock,
    random,
    deploymentName: "test",
    limits,
  });
  closing.push(() => {
    host.close();
    store.close();
  });
  const call = (kind: FunctionCall["kind"], path: string, args = "{}", caller = anonymous) =>
    host.run({ kind, path: parseFunctionPath(path), args, caller, requestId: "0123456789abcdef" });
  return {
    store,
    host,
    call,
    query: (path: string, args?: string, caller?: Caller) => call("query", path, args, caller),
    mutation: (path: string, args?: string, caller?: Caller) => call("mutation", path, args, caller),
    action: (path: string, args?: string, caller?: Caller) => call("action", path, args, caller),
  };
}

function value(outcome: FunctionOutcome): unknown {
  if (outcome.kind === "failed") throw new Error(outcome.failure.message);
  return outcome.value;
}

function message(outcome: FunctionOutcome): string {
  if (outcome.kind === "returned") throw new Error("It succeeded");
  return outcome.failure.message;
}

test("inserts, reads, patches, replaces and deletes a document", async () => {
  const { query, mutation } = start();
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
  const { mutation } = start();
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
  const { query, mutation } = start();
  expect(message(await query("database:get", '{"id":"nonsense"}'))).toBe(
    "Uncaught Error: Invalid argument `id` for `db.get`: Unable to decode ID: Invalid ID length 8",
  );
  const id = value(await mutation("database:insert", '{"value":{}}')) as string;
  expect(message(await query("database:getFrom", `{"table":"others","id":"${id}"}`))).toContain(
    "expected ID in table 'others' but got ID in table 'things'",
  );
});

test("system fields may be repeated by a replace but not made up", async () => {
  const { mutation } = start();
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
  const { query, mutation } = start();
  await mutation("database:insertMany", '{"count":250}');
  const ats = (outcome: FunctionOutcome) => (value(outcome) as { at: number }[]).map((thing) => thing.at);
  expect(ats(await query("database:all"))).toEqual(Array.from({ length: 250 }, (_, at) => at));
  expect(ats(await query("database:newest", '{"count":3}'))).toEqual([249, 248, 247]);
  expect(ats(await query("database:evenAbove", '{"least":243}'))).toEqual([244, 246, 248]);
  expect(ats(await query("database:between", '{"low":101,"high":109}'))).toEqual([107, 105, 103, 101]);
});

test("unique wants at most one document", async () => {
  const { query, mutation } = start();
  expect(value(await query("database:only"))).toBeNull();
  await mutation("database:insertMany", '{"count":2}');
  expect(message(await query("database:only"))).toMatch(
    /^Uncaught Error: unique\(\) query returned more than one result from table things:/,
  );
});

test("an index range follows the order of the index, and the index exists", async () => {
  const { query } = start();
  expect(message(await query("database:wrongOrder"))).toContain(
    'Index fields: ["parity", "at", "_creationTime"]\nQuery fields: ["at"]\nFirst incorrect field: "at"',
  );
  expect(message(await query("database:noSuchIndex"))).toBe(
    "Uncaught Error: Index things.by_nothing not found.",
  );
});

test("pages go on where the last one ended, also past documents that a filter drops", async () => {
  const { query, mutation } = start();
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
  const { mutation } = start();
  await mutation("database:insertMany", '{"count":30}');
  const seen = value(await mutation("database:deleteNextWhileIterating"));
  expect(seen).toEqual(Array.from({ length: 15 }, (_, at) => at * 2));
});

test("normalizeId knows the tables, those made by the function itself too", async () => {
  const { mutation } = start();
  const id = value(await mutation("database:insert", '{"value":{}}')) as string;
  const [known, other, fresh, none] = value(
    await mutation("database:normalize", `{"id":"${id}"}`),
  ) as string[];
  expect([known, other, none]).toEqual([id, null, null]);
  expect(fresh).toMatch(/^[0-9a-z]{32}$/);
});

test("a mutation that fails leaves nothing behind", async () => {
  const { query, mutation } = start();
  const failed = await mutation("nested:notCatching", '{"how":"plain"}');
  expect(message(failed)).toMatch(
    /^Uncaught Error: Uncaught Error: inner failed\n {4}at handler \(\.\.\/convex\/nested\.ts:\d+:\d+\)$/,
  );
  expect(value(await query("nested:count"))).toBe(0);
});

test("a nested mutation that fails takes back its own writes only", async () => {
  const { query, mutation } = start();
  const outcome = await mutation("nested:catching", '{"how":"plain"}');
  expect(value(outcome)).toMatchObject({ seen: ["before", "after"] });
  expect(outcome.logLines).toEqual(["[LOG] 'outer before'", "[LOG] 'inner wrote'", "[LOG] 'outer after'"]);
  expect(value(await query("nested:count"))).toBe(2);
});

test("a nested ConvexError arrives with its data", async () => {
  const { mutation } = start();
  const outcome = await mutation("nested:catching", '{"how":"convex"}');
  expect(value(outcome)).toMatchObject({ caught: { code: "INNER", big: 7n } });
  const uncaught = await mutation("nested:notCatching", '{"how":"convex"}');
  expect(uncaught).toMatchObject({ kind: "failed", failure: { data: { code: "INNER", big: 7n } } });
});

test("a nested query sees what its mutation has written", async () => {
  const { mutation } = start();
  expect(value(await mutation("nested:writeAndCount"))).toBe(1);
});

test("nested calls started together do not mix their writes", async () => {
  const { query, mutation } = start();
  expect(value(await mutation("nested:allAtOnce"))).toEqual([
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(value(await query("nested:count"))).toBe(1);
});

test("a nested call that nobody awaits is over before the commit", async () => {
  const { query, mutation } = start();
  expect(value(await mutation("nested:notAwaited"))).toBeNull();
  expect(value(await query("nested:count"))).toBe(0);
});

test("queries have no runMutation, and a nested call must name the right kind", async () => {
  const { query } = start();
  expect(value(await query("nested:mutationFromQuery"))).toBe(true);
  expect(message(await query("nested:wrongKind"))).toContain(
    "Trying to execute nested.js:writeAndCount as Query, but it is defined as Mutation.",
  );
});

test("calls nest so deep and no deeper", async () => {
  const { query } = start({ nestedCalls: 2 });
  expect(value(await query("nested:deeper", '{"levels":2}'))).toBe(2);
  expect(message(await query("nested:deeper", '{"levels":3}'))).toContain("call depth limit exceeded");
});

test("an action runs queries, mutations and actions, each on its own", async () => {
  const { action, query } = start();
  expect(value(await action("actions:insertAndRead", '{"values":[{},{},{}]}'))).toEqual({
    ids: 3,
    things: 3,
  });
  expect(value(await query("nested:count"))).toBe(3);
});

test("identities are handed down to nested calls", async () => {
  const { action, query } = start();
  const identity = { tokenIdentifier: "i|s", issuer: "i", subject: "s", claims: { name: "Ann", role: "x" } };
  const acting: Caller = { kind: "acting", identity };
  const seen = { tokenIdentifier: "i|s", issuer: "i", subject: "s", name: "Ann", role: "x" };
  expect(value(await action("actions:callsAction", "{}", acting))).toEqual(seen);
  expect(value(await query("actions:whoAmIQuery", "{}", acting))).toEqual(seen);
  expect(value(await query("actions:whoAmIQuery", "{}", admin))).toBeNull();
});

test("chance and time are fixed in a query, and the next call has other chances", async () => {
  const { query } = start();
  const first = value(await query("environment:chance")) as number[];
  expect(first[0]).not.toBe(first[1]);
  expect(value(await query("environment:chance"))).not.toEqual(first);
  const clock = value(await query("environment:clock")) as Record<string, unknown>;
  expect(clock["second"]).toBe(clock["first"]);
  expect(clock["date"]).toBe(clock["first"]);
  expect(clock["text"]).toBe("string");
  expect(String(clock["first"])).toMatch(/^17684784000/);
});

test("two deployments of the same seed give a function the same chances", async () => {
  const results = await Promise.all([start(), start()].map((each) => each.query("environment:chance")));
  expect(results[0]).toEqual(results[1]);
});

test("queries and mutations reach nothing outside, actions do", async () => {
  const { query, mutation, action } = start();
  const advice = "in queries and mutations. Please consider using an action.";
  expect(message(await query("environment:timer"))).toContain(`Can't use setTimeout() ${advice}`);
  expect(message(await mutation("environment:fetches"))).toContain(`Can't use fetch() ${advice}`);
  expect(value(await action("actions:clockMoves"))).toBeGreaterThan(20);
});

test("a timer that an action leaves behind does not write into the next call", async () => {
  const { action, query } = start();
  await action("actions:leavesTimer");
  const next = await action("actions:clockMoves");
  expect(next.logLines).toEqual([]);
  expect((await query("environment:chance")).logLines).toEqual([]);
});

test("an endless function is ended, and meanwhile and afterwards others run", async () => {
  const { query } = start({ userTimeMs: 300 });
  const endless = query("environment:endless");
  expect(value(await query("nested:count"))).toBe(0);
  expect(message(await endless)).toBe("Function execution timed out (maximum duration: 0.3s)");
  expect(value(await query("nested:count"))).toBe(0);
});

test("an action outlives an endless query that it called", async () => {
  const { action } = start({ userTimeMs: 300 });
  expect(value(await action("actions:catchesEndless"))).toBe(
    "Function execution timed out (maximum duration: 0.3s)",
  );
});

test("a function that hoards memory is ended with the words for that", async () => {
  const { query } = start({ userTimeMs: 20_000 });
  expect(message(await query("environment:hungry"))).toBe(
    "JavaScript execution ran out of memory (maximum memory usage: 64 MB)",
  );
  expect(value(await query("nested:count"))).toBe(0);
});

test("timers of the console and values of every kind are printed", async () => {
  const { query } = start();
  const { logLines } = await query("environment:timers");
  expect(logLines[0]).toMatch(/^\[INFO\] work: \d+ms \{\n {2}step: 1\n\}$/);
  expect(logLines[1]).toMatch(/^\[INFO\] work: \d+ms$/);
  expect(logLines[2]).toBe("[WARN] Timer 'work' does not exist");
  expect(logLines[3]).toMatch(/^\[LOG\] 'here'\n {4}at /);
  expect(logLines[4]).toContain("[Function: named] Symbol(s) 'it\\'s \"quoted\"\\n'");
  expect(logLines[4]).toContain("e: [Object]");
  expect(logLines[4]).toMatch(/ \[\] \{\}$/);
});

test("whatever is thrown is told", async () => {
  const { query } = start();
  expect(message(await query("environment:throwsText"))).toBe("Uncaught just text");
  expect(message(await query("environment:throwsOwnError"))).toBe("Uncaught TicketError: of my own");
  expect(message(await query("environment:returnsMap"))).toContain(
    "Uncaught Error: Map[[1,2]] is not a supported Convex type.".slice(0, 20),
  );
  expect(message(await query("database:forgotToCollect"))).toContain("Return value is a Query.");
});

test("a function that returns nothing gives null", async () => {
  const { query } = start();
  expect(value(await query("environment:returnsNothing"))).toBeNull();
});

test("mutations that collide are run again until each has counted", async () => {
  const { query, mutation } = start();
  const id = value(await mutation("database:insert", '{"value":{"count":0}}')) as string;
  const all = await Promise.all(
    Array.from({ length: 4 }, () => mutation("database:increment", `{"id":"${id}"}`)),
  );
  expect(value(await query("database:get", `{"id":"${id}"}`))).toMatchObject({ count: 4 });
  // Lines of a try that came to nothing are dropped with it.
  expect(all.map((outcome) => outcome.logLines.length)).toEqual([1, 1, 1, 1]);
});

test("a mutation that collides on every try is refused with 503", async () => {
  const { mutation } = start({ conflictRetries: 0 });
  const id = value(await mutation("database:insert", '{"value":{"count":0}}')) as string;
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, () => mutation("database:increment", `{"id":"${id}"}`)),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.reason).toMatchObject({ status: 503, code: "OptimisticConcurrencyControlFailure" });
});

test("calls beyond the limit wait for their turn, and in vain are refused with 429", async () => {
  const { action, host } = start({ concurrentActions: 1, actionQueueMs: 20 });
  const endless = action("actions:waitsForever");
  await expect(action("actions:whoAmI")).rejects.toMatchObject({
    status: 429,
    code: "TooManyConcurrentRequests",
  });
  host.close();
  await expect(endless).rejects.toMatchObject({ status: 500 });
});

test("internal functions are for admins, and for functions", async () => {
  const { mutation } = start();
  const path = "nested:writeThenFail";
  const missing = "Could not find public function for 'nested:writeThenFail'.";
  expect(message(await mutation(path, '{"how":"plain"}'))).toBe(missing);
  expect(message(await mutation(path, '{"how":"plain"}', admin))).toBe("Uncaught Error: inner failed");
  const readOnly: Caller = { kind: "admin", allowedOps: [], isReadOnly: true };
  expect(message(await mutation(path, '{"how":"plain"}', readOnly))).toBe(
    "You do not have permission to perform this operation (deployment:functions:runInternalMutations).",
  );
});

test("too many reads and writes are refused, and many are warned of", async () => {
  const { mutation, query } = start({ documentsRead: 50, documentsWritten: 50 });
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
  const { query } = start();
  const id = encodeDocumentId({ tableNumber: 12_345, internalId: new Uint8Array(16) });
  expect(value(await query("database:get", `{"id":"${id}"}`))).toBeNull();
});
