import { KeyChecker } from "#reading/check-keys.ts";
import { expect, test } from "vitest";
import { keyProblems } from "./key-problems.ts";

test("says with examples what keeps records from being told apart", () => {
  const checker = new KeyChecker(["id"]);
  checker.add(2, { id: 1 });
  checker.add(3, { id: 1 });
  checker.add(4, {});
  checker.add(5, { id: null });
  checker.add(6, { id: null });
  expect(keyProblems(checker.report())).toEqual([
    "1 record has a key that an earlier one has: line 3 (1, first in line 2).",
    "1 record lacks a field of the key: line 4 (no id).",
    "2 records have null in the key, which would make them one document: line 5 (id is null); line 6 (id is null).",
  ]);
});

test("says nothing of keys that are all there and all different", () => {
  const checker = new KeyChecker(["org", "id"]);
  checker.add(2, { org: 1, id: 1 });
  checker.add(3, { org: 1, id: 2 });
  expect(keyProblems(checker.report())).toEqual([]);
});
