import { expect, test } from "vitest";
import { knownRefusals } from "./known-refusals.ts";
import { problemDetails, problemFacts, problemWords } from "./problem-words.ts";
import type { Problem } from "./problem.ts";

const request = {
  method: "GET",
  path: "/api/list_snapshot?tableName=users",
  sentAt: 1763917311123,
  durationMs: 61.7,
};
const refused = (status: number, code?: string): Problem => ({
  kind: "refused",
  status,
  code,
  message: "",
  request,
});

const every: readonly Problem[] = [
  ...Object.keys(knownRefusals).map((code) => refused(400, code)),
  ...[400, 401, 403, 404, 405, 408, 409, 413, 418, 429, 500, 502, 503, 504].map((status) => refused(status)),
  ...(["no-answer", "offline", "insecure", "interrupted"] as const).map((reason): Problem => ({
    kind: "unreachable",
    reason,
    url: "https://a.example",
    request,
  })),
  { kind: "unreadable", status: 200, detail: "The answer is not JSON.", request },
];

test("has a title, a cause and a next step for every problem", () => {
  for (const problem of every) {
    const words = problemWords(problem);
    expect(words.id, JSON.stringify(problem)).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(words.title).toMatch(/^[A-Z].*[^.]$/);
    expect(words.cause).toMatch(/^\S.*\.$/s);
    expect(words.next).toMatch(/^\S.*\.$/s);
  }
});

test("never exclaims, begs or says that something went wrong", () => {
  for (const problem of every) {
    const { title, cause, next } = problemWords(problem);
    expect(`${title} ${cause} ${next}`).not.toMatch(/!|please|sorry|oops|something went wrong|successfully/i);
  }
});

test("tells a wrong key from a missing one", () => {
  expect(problemWords(refused(401, "BadAdminKey")).id).toBe("wrong-key");
  expect(problemWords(refused(403, "BadDeployKey")).id).toBe("no-key");
});

test("falls back to the status where the code is new", () => {
  const words = problemWords(refused(403, "BrandNewCode"));
  expect(words.id).toBe("not-allowed");
  expect(words.cause).toContain("BrandNewCode");
});

test("gives code, time and request as facts, without the query", () => {
  expect(problemFacts(refused(403, "BadDeployKey"))).toEqual([
    "403 BadDeployKey",
    "62 ms",
    "GET /api/list_snapshot",
  ]);
});

test("puts the server's own words into the details", () => {
  const problem: Problem = {
    ...refused(400, "SnapshotTooOld"),
    kind: "refused",
    message: "Snapshot value 5 is too far in the past.",
    status: 400,
    code: "SnapshotTooOld",
  };
  expect(problemDetails(problem)).toContain("server: Snapshot value 5 is too far in the past.");
});
