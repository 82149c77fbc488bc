import { expect, test } from "vitest";
import { mappingProblems } from "./mapping-problems.ts";

test("finds names that are wrong or taken, but not of columns left out", () => {
  const mapping = [
    { name: "a", field: "x", kind: "text" },
    { name: "b", field: "x", kind: "text" },
    { name: "c", field: "x", kind: "leave-out" },
    { name: "d", field: "first name", kind: "text" },
    { name: "e", field: "_e", kind: "leave-out" },
  ] as const;
  expect(mappingProblems(mapping, "identifiers")).toEqual([
    "Two columns have this name.",
    "Two columns have this name.",
    undefined,
    "Letters, digits and _ only, a letter first, at most 64.",
    undefined,
  ]);
  expect(mappingProblems(mapping, "as-in-file")[3]).toBeUndefined();
});
