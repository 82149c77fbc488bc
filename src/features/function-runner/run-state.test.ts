import { expect, test } from "vitest";
import { hasChangedSince, nothingRun, runReducer, type Call, type Ended } from "./run-state.ts";

const call = (argsText = "{}"): Call => ({
  path: "messages:list",
  kind: "query",
  argsText,
  caller: "key",
  startedAt: 0,
});
const stopped = (of: Call): Ended => ({ kind: "stopped", call: of, durationMs: 5 });

test("keeps the last outcome while the next call runs", () => {
  const first = call();
  const ended = runReducer(runReducer(nothingRun, { kind: "started", call: first }), stopped(first));
  const next = runReducer(ended, { kind: "started", call: call() });
  expect(next.last).toEqual(stopped(first));
  expect(next.running).toBeDefined();
});

test("ignores the answer to a call that is no longer waited for", () => {
  const [first, second] = [call(), call()];
  const running = runReducer(runReducer(nothingRun, { kind: "started", call: first }), {
    kind: "started",
    call: second,
  });
  expect(runReducer(running, stopped(first))).toBe(running);
  expect(runReducer(running, stopped(second)).last?.call).toBe(second);
});

test("says what has changed since a call", () => {
  expect(hasChangedSince(call(), call())).toBeUndefined();
  expect(hasChangedSince(call(), call("{ }"))).toBe("Arguments changed since");
  expect(hasChangedSince(call(), { ...call(), kind: "any" })).toBe("Kind changed since");
  expect(hasChangedSince(call(), { ...call("[]"), path: "a:b" })).toBe("Result of messages:list");
});
