import fc from "fast-check";
import { expect, test } from "vitest";
import { poolSize, recycledKey, scrollScale, rowWindow } from "./row-window.ts";

test("a grid that fits is not scaled", () => {
  const scale = scrollScale(28_000, 700);
  expect(scale.drawnHeight).toBe(28_000);
  expect(scale.toGrid(1234)).toBe(1234);
});

test("a grid of ten million rows is drawn within the limit and reaches its last row", () => {
  const scale = scrollScale(280_000_000, 700);
  expect(scale.drawnHeight).toBe(16_000_000);
  expect(scale.toGrid(0)).toBe(0);
  expect(scale.toGrid(scale.drawnHeight - 700)).toBeCloseTo(280_000_000 - 700, 3);
});

test("scaling back and forth leads to the same place", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000_000_000 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (height, view, part) => {
        const scale = scrollScale(height, view);
        const offset = part * height;
        return Math.abs(scale.toGrid(scale.toDrawn(offset)) - offset) < 1;
      },
    ),
  );
});

test("rows of one window never share an element", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 300 }), (first, shown) => {
      const pool = poolSize(shown);
      const keys = new Set(Array.from({ length: shown }, (_, at) => recycledKey(first + at, pool)));
      return keys.size === shown;
    }),
  );
});

const view = { offset: 0, height: 280, rowCount: 1_000_000, rowHeight: 28, headHeight: 28 };

test("draws the rows in sight and four more on each side", () => {
  expect(rowWindow(view)).toEqual({ first: 0, count: 13 });
  expect(rowWindow({ ...view, offset: 28 * 501 })).toEqual({ first: 496, count: 18 });
});

test("draws no row before the first or after the last", () => {
  const end = 28 + 28 * 1_000_000 - 280;
  expect(rowWindow({ ...view, offset: end })).toEqual({ first: 999_986, count: 14 });
  expect(rowWindow({ ...view, rowCount: 3 })).toEqual({ first: 0, count: 3 });
  expect(rowWindow({ ...view, rowCount: 3, offset: 5000 })).toEqual({ first: 3, count: 0 });
});

test("draws nothing where nothing is in sight", () => {
  expect(rowWindow({ ...view, height: 0 })).toEqual({ first: 0, count: 0 });
  expect(rowWindow({ ...view, rowCount: 0 })).toEqual({ first: 0, count: 0 });
});
