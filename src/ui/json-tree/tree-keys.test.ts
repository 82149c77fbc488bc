import { expect, test } from "vitest";
import { treeKey } from "./tree-keys.ts";
import type { TreeRow } from "./tree-rows.ts";

const leaf: TreeRow = {
  path: [0],
  kind: "field",
  key: "a",
  value: 1,
  canUnfold: false,
  isOpen: false,
  siblings: 1,
};
const folded: TreeRow = { ...leaf, value: [1], canUnfold: true };
const open: TreeRow = { ...folded, isOpen: true };
const size = { rows: 10, page: 4 };

test("up and down stop at the ends", () => {
  expect(treeKey("ArrowDown", 9, leaf, size)).toEqual({ kind: "go", index: 9 });
  expect(treeKey("PageUp", 2, leaf, size)).toEqual({ kind: "go", index: 0 });
  expect(treeKey("End", 2, leaf, size)).toEqual({ kind: "go", index: 9 });
});

test("right unfolds, then goes in; left folds, then goes out", () => {
  expect(treeKey("ArrowRight", 3, folded, size)).toEqual({ kind: "unfold" });
  expect(treeKey("ArrowRight", 3, open, size)).toEqual({ kind: "go", index: 4 });
  expect(treeKey("ArrowRight", 3, leaf, size)).toBeUndefined();
  expect(treeKey("ArrowLeft", 3, open, size)).toEqual({ kind: "fold" });
  expect(treeKey("ArrowLeft", 3, leaf, size)).toEqual({ kind: "parent" });
});

test("Enter turns a node and leaves a leaf alone", () => {
  expect(treeKey("Enter", 3, open, size)).toEqual({ kind: "fold" });
  expect(treeKey(" ", 3, folded, size)).toEqual({ kind: "unfold" });
  expect(treeKey("Enter", 3, leaf, size)).toBeUndefined();
});
