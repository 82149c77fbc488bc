import { expect, test } from "vitest";
import type { Problem } from "#api/problem.ts";
import { mayHaveRun } from "./may-have-run.ts";

const request = { method: "POST", path: "/api/mutation", sentAt: 0, durationMs: 1 };
const refused = (status: number, code?: string): Problem => ({
  kind: "refused",
  status,
  code,
  message: "",
  request,
});
const unreachable = (reason: "no-answer" | "offline" | "insecure" | "interrupted"): Problem => ({
  kind: "unreachable",
  reason,
  url: "",
  request,
});

test("does not know when no answer came, or one that cannot be read", () => {
  expect(mayHaveRun(unreachable("no-answer"))).toBe(true);
  expect(mayHaveRun(unreachable("interrupted"))).toBe(true);
  expect(mayHaveRun({ kind: "unreadable", status: 200, detail: "", request })).toBe(true);
});

test("knows that nothing ran when nothing was sent, or when the call was refused as it stands", () => {
  expect(mayHaveRun(unreachable("offline"))).toBe(false);
  expect(mayHaveRun(unreachable("insecure"))).toBe(false);
  for (const status of [400, 401, 403, 404]) expect(mayHaveRun(refused(status)), String(status)).toBe(false);
});

test("believes the deployment's own word and no proxy's", () => {
  expect(mayHaveRun(refused(503, "OptimisticConcurrencyControlFailure"))).toBe(false);
  expect(mayHaveRun(refused(429, "TooManyConcurrentRequests"))).toBe(false);
  for (const status of [408, 429, 500, 502, 503, 504])
    expect(mayHaveRun(refused(status)), String(status)).toBe(true);
});
