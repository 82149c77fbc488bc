import { expect, test } from "vitest";
import type { Caller } from "#deployment/http/caller.ts";
import { message, startTestHost, value } from "#deployment/node/test-function-host.ts";

const admin: Caller = { kind: "admin", allowedOps: [], isReadOnly: false };

test("an action runs queries, mutations and actions, each on its own", async () => {
  const { action, query } = startTestHost();
  expect(value(await action("actions:insertAndRead", '{"values":[{},{},{}]}'))).toEqual({
    ids: 3,
    things: 3,
  });
  expect(value(await query("nested:count"))).toBe(3);
});

test("identities are handed down to nested calls", async () => {
  const { action, query } = startTestHost();
  const identity = { tokenIdentifier: "i|s", issuer: "i", subject: "s", claims: { name: "Ann", role: "x" } };
  const acting: Caller = { kind: "acting", identity };
  const seen = { tokenIdentifier: "i|s", issuer: "i", subject: "s", name: "Ann", role: "x" };
  expect(value(await action("actions:callsAction", "{}", acting))).toEqual(seen);
  expect(value(await query("actions:whoAmIQuery", "{}", acting))).toEqual(seen);
  expect(value(await query("actions:whoAmIQuery", "{}", admin))).toBeNull();
});

test("chance and time are fixed in a query, and the next call has other chances", async () => {
  const { query } = startTestHost();
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
  const results = await Promise.all(
    [startTestHost(), startTestHost()].map((each) => each.query("environment:chance")),
  );
  expect(results[0]).toEqual(results[1]);
});

test("queries and mutations reach nothing outside, actions do", async () => {
  const { query, mutation, action } = startTestHost();
  const advice = "in queries and mutations. Please consider using an action.";
  expect(message(await query("environment:timer"))).toContain(`Can't use setTimeout ${advice}`);
  expect(message(await mutation("environment:fetches"))).toContain(`Can't use fetch() ${advice}`);
  expect(value(await action("actions:clockMoves"))).toBeGreaterThan(20);
});

test("a timer that an action leaves behind does not write into the next call", async () => {
  const { action, query } = startTestHost();
  await action("actions:leavesTimer");
  const next = await action("actions:clockMoves");
  expect(next.logLines).toEqual([]);
  expect((await query("environment:chance")).logLines).toEqual([]);
});

test("an endless function is ended, and meanwhile and afterwards others run", async () => {
  const { query } = startTestHost({ userTimeMs: 300 });
  const endless = query("environment:endless");
  expect(value(await query("nested:count"))).toBe(0);
  expect(message(await endless)).toBe("Function execution timed out (maximum duration: 0.3s)");
  expect(value(await query("nested:count"))).toBe(0);
});

test("an action outlives an endless query that it called", async () => {
  const { action } = startTestHost({ userTimeMs: 300 });
  expect(value(await action("actions:catchesEndless"))).toBe(
    "Function execution timed out (maximum duration: 0.3s)",
  );
});

test("a function that hoards memory is ended with the words for that", async () => {
  const { query } = startTestHost({ userTimeMs: 20_000 });
  expect(message(await query("environment:hungry"))).toBe(
    "JavaScript execution ran out of memory (maximum memory usage: 64 MB)",
  );
  expect(value(await query("nested:count"))).toBe(0);
});

test("timers of the console and values of every kind are printed", async () => {
  const { query } = startTestHost();
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
  const { query } = startTestHost();
  expect(message(await query("environment:throwsText"))).toBe("Uncaught just text");
  expect(message(await query("environment:throwsOwnError"))).toBe("Uncaught TicketError: of my own");
  expect(message(await query("environment:returnsMap"))).toContain(
    "Uncaught Error: Map[[1,2]] is not a supported Convex type.".slice(0, 20),
  );
  expect(message(await query("database:forgotToCollect"))).toContain("Return value is a Query.");
});

test("what is thrown in a timer fails its function, and the next one finds another worker", async () => {
  const { action } = startTestHost();
  expect(message(await action("actions:throwsInTimer"))).toBe("Uncaught RangeError: in a timer");
  expect(value(await action("actions:whoAmI"))).toBeNull();
});

test("a function that returns nothing gives null", async () => {
  const { query } = startTestHost();
  expect(value(await query("environment:returnsNothing"))).toBeNull();
});

test("mutations that collide are run again until each has counted", async () => {
  const { query, mutation } = startTestHost();
  const id = value(await mutation("database:insert", '{"value":{"count":0}}')) as string;
  const all = await Promise.all(
    Array.from({ length: 4 }, () => mutation("database:increment", `{"id":"${id}"}`)),
  );
  expect(value(await query("database:get", `{"id":"${id}"}`))).toMatchObject({ count: 4 });
  // Lines of a try that came to nothing are dropped with it.
  expect(all.map((outcome) => outcome.logLines.length)).toEqual([1, 1, 1, 1]);
});

test("a mutation that collides on every try is refused with 503", async () => {
  const { mutation } = startTestHost({ conflictRetries: 0 });
  const id = value(await mutation("database:insert", '{"value":{"count":0}}')) as string;
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, () => mutation("database:increment", `{"id":"${id}"}`)),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.reason).toMatchObject({ status: 503, code: "OptimisticConcurrencyControlFailure" });
});

test("calls beyond the limit wait for their turn, and in vain are refused with 429", async () => {
  const { action, host } = startTestHost({ concurrentActions: 1, actionQueueMs: 20 });
  const endless = action("actions:waitsForever");
  await expect(action("actions:whoAmI")).rejects.toMatchObject({
    status: 429,
    code: "TooManyConcurrentRequests",
  });
  host.close();
  await expect(endless).rejects.toMatchObject({ status: 500 });
});

test("internal functions are for admins, and for functions", async () => {
  const { mutation } = startTestHost();
  const path = "nested:writeThenFail";
  const missing = "Could not find public function for 'nested:writeThenFail'.";
  expect(message(await mutation(path, '{"how":"plain"}'))).toBe(missing);
  expect(message(await mutation(path, '{"how":"plain"}', admin))).toBe("Uncaught Error: inner failed");
  const readOnly: Caller = { kind: "admin", allowedOps: [], isReadOnly: true };
  expect(message(await mutation(path, '{"how":"plain"}', readOnly))).toBe(
    "You do not have permission to perform this operation (deployment:functions:runInternalMutations).",
  );
});
