import { expect, test } from "vitest";
import { message, startTestHost, value } from "#deployment/node/test-function-host.ts";

test("a mutation that fails leaves nothing behind", async () => {
  const { query, mutation } = startTestHost();
  const failed = await mutation("nested:notCatching", '{"how":"plain"}');
  expect(message(failed)).toMatch(
    /^Uncaught Error: Uncaught Error: inner failed\n {4}at handler \(\.\.\/convex\/nested\.ts:\d+:\d+\)$/,
  );
  expect(value(await query("nested:count"))).toBe(0);
});

test("a nested mutation that fails takes back its own writes only", async () => {
  const { query, mutation } = startTestHost();
  const outcome = await mutation("nested:catching", '{"how":"plain"}');
  expect(value(outcome)).toMatchObject({ seen: ["before", "after"] });
  expect(outcome.logLines).toEqual(["[LOG] 'outer before'", "[LOG] 'inner wrote'", "[LOG] 'outer after'"]);
  expect(value(await query("nested:count"))).toBe(2);
});

test("a nested ConvexError arrives with its data", async () => {
  const { mutation } = startTestHost();
  const outcome = await mutation("nested:catching", '{"how":"convex"}');
  expect(value(outcome)).toMatchObject({ caught: { code: "INNER", big: 7n } });
  const uncaught = await mutation("nested:notCatching", '{"how":"convex"}');
  expect(uncaught).toMatchObject({ kind: "failed", failure: { data: { code: "INNER", big: 7n } } });
});

test("a nested query sees what its mutation has written", async () => {
  const { mutation } = startTestHost();
  expect(value(await mutation("nested:writeAndCount"))).toBe(1);
});

test("nested calls started together do not mix their writes", async () => {
  const { query, mutation } = startTestHost();
  expect(value(await mutation("nested:allAtOnce"))).toEqual([
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(value(await query("nested:count"))).toBe(1);
});

test("a nested call that nobody awaits is over before the commit", async () => {
  const { query, mutation } = startTestHost();
  expect(value(await mutation("nested:notAwaited"))).toBeNull();
  expect(value(await query("nested:count"))).toBe(0);
});

test("queries have no runMutation, and a nested call must name the right kind", async () => {
  const { query } = startTestHost();
  expect(value(await query("nested:mutationFromQuery"))).toBe(true);
  expect(message(await query("nested:wrongKind"))).toContain(
    "Trying to execute nested.js:writeAndCount as Query, but it is defined as Mutation.",
  );
});

test("calls nest so deep and no deeper", async () => {
  const { query } = startTestHost({ nestedCalls: 2 });
  expect(value(await query("nested:deeper", '{"levels":2}'))).toBe(2);
  expect(message(await query("nested:deeper", '{"levels":3}'))).toContain("call depth limit exceeded");
});
