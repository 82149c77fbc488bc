import { expect, test } from "vitest";
import { fieldChanges } from "./field-changes.ts";

test("names each field that differs, down to the innermost", () => {
  const before = { status: "waiting", sla: { pausedAt: 1, breached: false }, tags: ["a", "b"], same: [1] };
  const after = {
    status: "open",
    sla: { pausedAt: null, breached: false },
    tags: ["a", "b", "c"],
    same: [1],
  };
  expect(fieldChanges(before, after)).toEqual([
    { path: "status", before: "waiting", after: "open" },
    { path: "sla.pausedAt", before: 1, after: null },
    { path: "tags[2]", before: undefined, after: "c" },
  ]);
});

test("tells an Int64 from a number, null from unset and the two zeros", () => {
  expect(fieldChanges({ a: 1n, b: null, c: 0 }, { a: 1, c: -0 }).map(({ path }) => path)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("sees one digit of an Int64", () => {
  expect(fieldChanges({ a: 9_007_199_254_740_992n }, { a: 9_007_199_254_740_993n })).toHaveLength(1);
});

test("NaN is the same as NaN, and equal bytes are the same", () => {
  const one = { nan: Number.NaN, bytes: Uint8Array.of(1, 2) };
  expect(fieldChanges(one, { nan: Number.NaN, bytes: Uint8Array.of(1, 2) })).toEqual([]);
});

test("compares a long list as a whole", () => {
  const long = Array.from({ length: 60 }, (_, at) => at);
  expect(fieldChanges({ long }, { long: [...long, 60] }).map(({ path }) => path)).toEqual(["long"]);
});

test("quotes a name that is no identifier and is not misled by inherited ones", () => {
  expect(fieldChanges({}, { "first name": 1, toString: 2 }).map(({ path }) => path)).toEqual([
    '["first name"]',
    "toString",
  ]);
});
