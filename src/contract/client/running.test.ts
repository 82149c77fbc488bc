import { expect, test } from "vitest";
import type { FunctionCall } from "#api/run-function.ts";
import { readErrorMessage } from "#api/error-message.ts";
import { openTargets } from "#contract/open-targets.ts";
import { encodeValue } from "#values/convex-value.ts";
import { importRecords } from "./import-records.ts";
import { openClient } from "./open-client.ts";

const { embedded } = openTargets();

const call = (path: string, more: Partial<FunctionCall> = {}): FunctionCall => ({
  path,
  kind: "query",
  args: {},
  caller: "key",
  ...more,
});

test("gives every type of value back as itself", async () => {
  const client = openClient(await embedded());
  const outcome = await client.runFunction(call("values:everyType"));
  if (outcome.kind !== "succeeded") throw new Error(outcome.errorMessage);
  expect(outcome.value).toMatchObject({
    largestInt64: 9_223_372_036_854_775_807n,
    beyondDouble: 9_007_199_254_740_993n,
    negativeZero: -0,
    notANumber: NaN,
    minusInfinity: -Infinity,
    bytes: new Uint8Array([0, 1, 127, 128, 254, 255]),
    emptyObject: {},
  });
  const echoed = await client.runFunction(
    call("values:echo", { args: { value: encodeValue(outcome.value, "encoded") } }),
  );
  expect(echoed).toMatchObject({ kind: "succeeded", value: outcome.value });
});

test("runs any kind of function by its path", async () => {
  const client = openClient(await embedded());
  expect(await client.runFunction(call("slow:wait", { kind: "any", args: { ms: 1 } }))).toMatchObject({
    kind: "succeeded",
    value: { waitedMs: 1 },
    logLines: ["[LOG] 'waiting' 1 'ms'", "[LOG] 'done'"],
  });
  const nested = await client.runFunction(call("reports/daily:summary", { kind: "any" }));
  expect(nested.kind).toBe("succeeded");
});

test("gives the text and the data of a function that failed", async () => {
  const client = openClient(await embedded());
  const outcome = await client.runFunction(call("errors:convexError"));
  if (outcome.kind !== "failed") throw new Error("It did not fail.");
  expect(outcome.errorData).toEqual({
    code: "PLAN_LIMIT_REACHED",
    limit: 25n,
    remaining: 0,
    retryAfterHours: Infinity,
    features: ["attachments", "reports"],
  });
  const { text, frames, hidden } = readErrorMessage(outcome.errorMessage);
  expect(text).toMatch(/^Uncaught ConvexError: /);
  expect(frames.length).toBeGreaterThan(0);
  expect(hidden).toBe(false);
});

test("knows that a deployment hides the text and still gives the data", async () => {
  const client = openClient(await embedded({ redactsErrors: true }));
  const outcome = await client.runFunction(call("errors:convexError"));
  if (outcome.kind !== "failed") throw new Error("It did not fail.");
  expect(readErrorMessage(outcome.errorMessage)).toMatchObject({ hidden: true, text: "" });
  expect(outcome.errorData).toMatchObject({ code: "PLAN_LIMIT_REACHED" });
  expect(outcome.logLines).toEqual([]);
});

test("says the same of a missing function whether the deployment does so with 200 or 404", async () => {
  const messages: string[] = [];
  for (const hasNotFoundStatus of [false, true]) {
    const outcome = await openClient(await embedded({ hasNotFoundStatus })).runFunction(
      call("messages:nope"),
    );
    if (outcome.kind !== "failed") throw new Error("It did not fail.");
    messages.push(readErrorMessage(outcome.errorMessage).text);
  }
  expect(messages[0]).toBe("Could not find public function for 'messages:nope'.");
  expect(messages[1]).toBe(messages[0]);
});

test("calls a path that cannot be one a refusal", async () => {
  const client = openClient(await embedded());
  await expect(client.runFunction(call("/messages:list"))).rejects.toMatchObject({
    problem: { kind: "refused", status: 400, code: "BadConvexFunctionIdentifier" },
  });
});

test("calls as nobody and as a user", async () => {
  const target = await embedded();
  const client = openClient(target, { key: undefined, userToken: await target.printToken("mei") });
  for (const caller of ["nobody", "user"] as const) {
    expect(await client.runFunction(call("values:everyType", { caller }))).toMatchObject({
      kind: "succeeded",
    });
  }
  const stale = openClient(target, { key: undefined, userToken: "not.a.token" });
  await expect(stale.runFunction(call("values:everyType", { caller: "user" }))).rejects.toMatchObject({
    problem: { kind: "refused", status: 401 },
  });
});

test("lists functions with their kinds and arguments for a key, and refuses nobody politely", async () => {
  const target = await embedded();
  const { functions } = await openClient(target).apiSpec();
  expect(functions.find((one) => one.path === "messages:send")).toMatchObject({
    kind: "mutation",
    isInternal: false,
    args: { type: "object" },
  });
  expect(functions.find((one) => one.path === "slow:wait")?.kind).toBe("action");
  expect(functions.some((one) => one.isInternal)).toBe(true);
  expect(functions.some((one) => one.path === "health")).toBe(true);
  await expect(openClient(target, { key: undefined }).apiSpec()).rejects.toMatchObject({
    problem: { kind: "refused" },
  });
});

test("never sends a mutation twice, even when its answer is lost", async () => {
  const target = await embedded({
    hasSchema: false,
    faults: [{ kind: "drop-after", path: "/api/mutation", rate: 1 }],
  });
  const client = openClient(target);
  await importRecords(client, "tickets", [{ number: 1 }]);
  await importRecords(client, "users", [{ name: "Mei" }]);
  const [ticket] = (await client.listSnapshot({ tableName: "tickets" })).documents;
  const [author] = (await client.listSnapshot({ tableName: "users" })).documents;
  const args = { ticket: ticket?.id ?? "", author: author?.id ?? "", body: "once" };
  await expect(client.runFunction(call("messages:send", { kind: "mutation", args }))).rejects.toMatchObject({
    problem: { kind: "unreachable" },
  });
  expect(await client.tableSize("messages")).toBe(1);
  expect(target.faultCounts()).toMatchObject([{ asked: 1, struck: 1 }]);
});
