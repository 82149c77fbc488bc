import { expect, test } from "vitest";
import { columnWindow } from "./column-window.ts";

const columns = Array.from({ length: 50 }, (_, at) => ({ start: 100 * at, size: 100 }));

test("draws the columns in sight and three more on each side", () => {
  expect(columnWindow(columns, { left: 1050, right: 2050 })).toEqual({ first: 7, end: 24 });
});

test("draws no column before the first or after the last", () => {
  expect(columnWindow(columns, { left: 0, right: 500 })).toEqual({ first: 0, end: 8 });
  expect(columnWindow(columns, { left: 4500, right: 5000 })).toEqual({ first: 42, end: 50 });
});

test("does not draw a column that only touches the edge", () => {
  expect(columnWindow(columns, { left: 1000, right: 1100 })).toEqual({ first: 7, end: 14 });
});
