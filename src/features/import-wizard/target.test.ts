import type { Mapping } from "#reading/mapping.ts";
import { expect, test } from "vitest";
import { keyFields, tableProblem, targetProblem } from "./target.ts";

const mapping: Mapping = [
  { name: "id", field: "id", kind: "number" },
  { name: "first name", field: "first name", kind: "text" },
  { name: "gone", field: "gone", kind: "leave-out" },
];

test("offers as key the fields that are stored, and tells those that an index cannot name", () => {
  expect(keyFields(mapping)).toEqual([
    { field: "id", usable: true },
    { field: "first name", usable: false },
  ]);
});

test.each(["_scheduled", "my table", "1st", "x".repeat(65), "täble"])(
  "refuses %s as the name of a table",
  (table) => {
    expect(tableProblem(table)).toMatch(/letters, digits and _/);
  },
);

test("says what a target still lacks", () => {
  expect(targetProblem({ table: "", mode: "append", key: [] }, mapping)).toMatch(/Choose a table/);
  expect(targetProblem({ table: "users", mode: "append", key: [] }, mapping)).toBeUndefined();
  expect(targetProblem({ table: "users", mode: "replace-by-key", key: [] }, mapping)).toMatch(
    /make up the key/,
  );
  expect(targetProblem({ table: "users", mode: "replace-by-key", key: ["id"] }, mapping)).toBeUndefined();
  expect(targetProblem({ table: "users", mode: "replace-by-key", key: ["gone"] }, mapping)).toMatch(
    /no longer stored/,
  );
});
