import { expect, test } from "vitest";
import { columnLabels } from "./column-labels.ts";

test("calls columns as the file does, and tells the same names apart", () => {
  expect(columnLabels(["a", "", "a", "b", "a", " "])).toEqual([
    "a",
    "column 2",
    "a (2)",
    "b",
    "a (3)",
    "column 6",
  ]);
});
