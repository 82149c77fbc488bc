import fc from "fast-check";
import { expect, test } from "vitest";
import { moveInGrid } from "./grid-keys.ts";

const size = { rows: 100, columns: 5, page: 10 };
const at = (row: number, column: number) => ({ row, column });

test("arrows move by one and stop at the edges", () => {
  expect(moveInGrid("ArrowDown", at(0, 2), size, false)).toEqual(at(1, 2));
  expect(moveInGrid("ArrowDown", at(99, 2), size, false)).toEqual(at(99, 2));
  expect(moveInGrid("ArrowLeft", at(3, 0), size, false)).toEqual(at(3, 0));
  expect(moveInGrid("ArrowRight", at(3, 4), size, false)).toEqual(at(3, 4));
});

test("the headings are above the first row", () => {
  expect(moveInGrid("ArrowUp", at(0, 1), size, false)).toEqual(at(-1, 1));
  expect(moveInGrid("ArrowUp", at(-1, 1), size, false)).toEqual(at(-1, 1));
  expect(moveInGrid("ArrowDown", at(-1, 1), size, false)).toEqual(at(0, 1));
});

test("Home and End go to the ends of the row, with Ctrl of the grid", () => {
  expect(moveInGrid("Home", at(7, 3), size, false)).toEqual(at(7, 0));
  expect(moveInGrid("End", at(7, 3), size, false)).toEqual(at(7, 4));
  expect(moveInGrid("Home", at(7, 3), size, true)).toEqual(at(0, 0));
  expect(moveInGrid("End", at(7, 3), size, true)).toEqual(at(99, 4));
});

test("pages overlap by one row and do not reach the headings", () => {
  expect(moveInGrid("PageDown", at(5, 0), size, false)).toEqual(at(14, 0));
  expect(moveInGrid("PageUp", at(5, 0), size, false)).toEqual(at(0, 0));
  expect(moveInGrid("PageDown", at(95, 0), size, false)).toEqual(at(99, 0));
});

test("any other key is not the grid's", () => {
  expect(moveInGrid("a", at(0, 0), size, false)).toBeUndefined();
  expect(moveInGrid("Enter", at(0, 0), size, false)).toBeUndefined();
});

test("no key leaves the grid, not even an empty one", () => {
  const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.nat(50),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(20),
      fc.boolean(),
      fc.nat(),
      fc.nat(),
      (key, rows, columns, page, whole, row, column) => {
        const from = at((row % (rows + 1)) - 1, column % columns);
        const to = moveInGrid(key, from, { rows, columns, page }, whole);
        return (
          to !== undefined &&
          to.row >= -1 &&
          to.row < Math.max(rows, 0) &&
          to.column >= 0 &&
          to.column < columns
        );
      },
    ),
  );
});
