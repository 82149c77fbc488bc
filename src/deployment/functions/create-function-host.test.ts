import { afterEach, expect, test } from "vitest";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import { spawnFunctionWorker } from "#deployment/node/spawn-function-worker.ts";
import { steppingClock } from "#deployment/store/clock.ts";
import { openStore } from "#deployment/store/open-store.ts";
import { seededRandom } from "#deployment/store/random.ts";
import { parseFunctionPath } from "#values/function-path.ts";
import { createFunctionHost } from "./create-function-host.ts";
import type { FunctionCall, FunctionHost } from "./function-host.ts";

const open: FunctionHost[] = [];
afterEach(() => {
  for (const host of open.splice(0)) host.close();
});

function host() {
  const clock = steppingClock(1_768_478_400_000_000_000n);
  const random = seededRandom(1);
  const store = openStore({ database: openSqlite(":memory:"), clock, random, backfillDelay: 0n });
  const created = createFunctionHost({
    spawnWorker: spawnFunctionWorker,
    store,
    clock,
    random,
    deploymentName: "test",
  });
  open.push(created);
  return { store, host: created };
}

function call(kind: FunctionCall["kind"], path: string, args: string): FunctionCall {
  return {
    kind,
    path: parseFunctionPath(path),
    args,
    caller: { kind: "anonymous" },
    requestId: "0123456789abcdef",
  };
}

test("play", async () => {
  const { host: functions } = host();
  const show = async (...a: Parameters<typeof call>) => {
    const t = performance.now();
    const r = await functions.run(call(...a));
    const text = JSON.stringify(r, (_k, v: unknown) => (typeof v === "bigint" ? `${v}n` : v));
    console.log(a[1], (performance.now() - t).toFixed(1), text.slice(0, 1500));
  };
  await show("query", "values:everyType", "{}");
  await show("query", "values:everyType", "{}");
  await show("query", "users:list", "{}");
  await show("query", "logs:everyLevel", "{}");
  await show("query", "logs:many", '{"count":300}');
  await show("query", "errors:thrown", "{}");
  await show("query", "errors:convexError", "{}");
  await show("query", "errors:returnsValidator", "{}");
  await show("query", "errors:endless", "{}");
  await show("action", "slow:wait", '{"ms":50}');
  await show("query", "big:result", '{"bytes":17000000}');
  await show("query", "big:result", '{"bytes":40000000}');
  await show("query", "big:result", "{}");
  await show("query", "reports/daily:summary", "{}");
  await show("query", "maintenance:ticketsByStatus", "{}");
  await show("any", "health", "[]");
  await show("any", "messages:nope", "[]");
  await show("mutation", "messages:list", "[]");
  await show("mutation", "users:get", '{"id":"x"}');
  await show("mutation", "messages:send", '{"ticket":"x", "author":"y"}');
  expect(1).toBe(1);
});
