import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createFunctionHost } from "#deployment/functions/create-function-host.ts";
import type { FunctionCall, FunctionOutcome } from "#deployment/functions/function-host.ts";
import type { Limits } from "#deployment/functions/limits.ts";
import type { Caller } from "#deployment/http/caller.ts";
import { steppingClock } from "#deployment/store/clock.ts";
import { openStore } from "#deployment/store/open-store.ts";
import { seededRandom } from "#deployment/store/random.ts";
import { parseFunctionPath } from "#values/function-path.ts";
import { openSqlite } from "./open-sqlite.ts";
import { functionWorkerFile, spawnFunctionWorker } from "./spawn-function-worker.ts";

const anonymous: Caller = { kind: "anonymous" };

/** A host on an empty store with the functions of `test-app`, closed at the end of the test. */
export function startTestHost(limits: Partial<Limits> = {}) {
  const clock = steppingClock(1_768_478_400_000_000_000n);
  const random = seededRandom(1);
  const store = openStore({ database: openSqlite(":memory:"), clock, random, backfillDelay: 0n });
  store.declare(
    [{ name: "things", indexes: [{ name: "by_parity_and_at", fields: ["parity", "at"] }] }],
    () => null,
  );
  const file = join(dirname(functionWorkerFile()), "function-test-worker.js");
  const host = createFunctionHost({
    spawnWorker: () => spawnFunctionWorker(file),
    store,
    clock,
    random,
    deploymentName: "test",
    limits,
  });
  onTestFinished(() => {
    host.close();
    store.close();
  });
  const run =
    (kind: FunctionCall["kind"]) =>
    (path: string, args = "{}", caller = anonymous): Promise<FunctionOutcome> =>
      host.run({ kind, path: parseFunctionPath(path), args, caller, requestId: "0123456789abcdef" });
  return { host, query: run("query"), mutation: run("mutation"), action: run("action") };
}

/** What a call returned; throws when it failed. */
export function value(outcome: FunctionOutcome): unknown {
  if (outcome.kind === "failed") throw new Error(outcome.failure.message);
  return outcome.value;
}

/** What a call failed with; throws when it did not. */
export function message(outcome: FunctionOutcome): string {
  if (outcome.kind === "returned") throw new Error("It succeeded");
  return outcome.failure.message;
}
