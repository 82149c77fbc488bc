import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConvexValue } from "#values/convex-value.ts";
import { canUnfold, childAt, childCount } from "./tree-children.ts";
import {
  countRows,
  indexOf,
  openAtFirst,
  rowAt,
  withOpen,
  type OpenNode,
  type TreePath,
} from "./tree-rows.ts";

const value: ConvexValue = { a: [1, 2, { b: "x" }], c: null, d: { e: 5n } };

const keys = (of: ConvexValue, root: OpenNode | undefined) =>
  Array.from({ length: countRows(root) }, (_, index) => rowAt(of, root, index)?.key);

test("a folded tree is one row", () => {
  expect(keys(value, undefined)).toEqual([undefined]);
  expect(rowAt(value, undefined, 1)).toBeUndefined();
});

test("unfolding shows the children in their order, folding hides all below", () => {
  let root = withOpen(value, undefined, [], true);
  expect(keys(value, root)).toEqual([undefined, "a", "c", "d"]);
  root = withOpen(value, root, [0], true);
  root = withOpen(value, root, [0, 2], true);
  root = withOpen(value, root, [2], true);
  expect(keys(value, root)).toEqual([undefined, "a", 0, 1, 2, "b", "c", "d", "e"]);
  root = withOpen(value, root, [0], false);
  expect(keys(value, root)).toEqual([undefined, "a", "c", "d", "e"]);
});

test("a leaf and an empty array cannot be unfolded", () => {
  expect(withOpen(5, undefined, [], true)).toBeUndefined();
  expect(withOpen([], undefined, [], true)).toBeUndefined();
});

test("a long text unfolds into pieces that together are the text", () => {
  const text = `first line\n${"long ".repeat(60)}\n👋`;
  const root = withOpen(text, undefined, [], true);
  const pieces = Array.from(
    { length: countRows(root) - 1 },
    (_, index) => rowAt(text, root, index + 1)?.value,
  );
  expect(pieces.map((piece) => (typeof piece === "string" ? piece : "not a text")).join("")).toBe(text);
  expect(rowAt(text, root, 1)?.canUnfold).toBe(false);
});

test("a million items cost nothing until they are looked at", () => {
  const items = Array.from({ length: 1_000_000 }, (_, index) => index);
  const root = withOpen(items, undefined, [], true);
  expect(root?.open).toEqual([]);
  expect(rowAt(items, root, 1_000_000)).toMatchObject({ key: 999_999, value: 999_999, siblings: 1_000_000 });
});

test("at first as much is open as fits, the upper levels before the lower ones", () => {
  expect(keys(value, openAtFirst(value, 100))).toEqual([undefined, "a", 0, 1, 2, "b", "c", "d", "e"]);
  expect(keys(value, openAtFirst(value, 7))).toEqual([undefined, "a", 0, 1, 2, "c", "d"]);
  expect(
    countRows(
      openAtFirst(
        Array.from({ length: 5000 }, () => [1]),
        100,
      ),
    ),
  ).toBe(5001);
});

const tree = fc.letrec<{ value: ConvexValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<ConvexValue>(null, true, 3, 7n, "text"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("value")),
  ),
})).value;

/** What the rows should be, by walking the whole tree. */
function walk(of: ConvexValue, isOpen: (path: TreePath) => boolean, path: TreePath = []): TreePath[] {
  if (!canUnfold(of) || !isOpen(path)) return [path];
  const below = Array.from({ length: childCount(of) }, (_, place) =>
    walk(childAt(of, place)?.value ?? null, isOpen, [...path, place]),
  );
  return [path, ...below.flat()];
}

test("every row is where a walk of the whole tree puts it, and is found again by its path", () => {
  fc.assert(
    fc.property(tree, fc.array(fc.array(fc.nat(3), { maxLength: 4 }), { maxLength: 12 }), (of, paths) => {
      const opened = new Set<string>();
      let root: OpenNode | undefined;
      for (const path of paths) {
        let at: ConvexValue | undefined = of;
        for (const place of path) at = at === undefined ? undefined : childAt(at, place)?.value;
        if (at === undefined || !canUnfold(at)) continue;
        root = withOpen(of, root, path, true);
        for (let depth = 0; depth <= path.length; depth++) opened.add(path.slice(0, depth).join());
        opened.add(path.join());
      }
      const expected = walk(of, (path) => opened.has(path.join()));
      expect(Array.from({ length: countRows(root) }, (_, index) => rowAt(of, root, index)?.path)).toEqual(
        expected,
      );
      expect(expected.map((path) => indexOf(root, path))).toEqual(expected.map((_, index) => index));
    }),
  );
});
