import { expect, test } from "vitest";
import { splitSize } from "./split-size.ts";

const limits = { whole: 1000, min: 200, max: 360, otherMin: 300 };

test("gives a pane the size it is dragged to", () => {
  expect(splitSize(240, limits)).toBe(240);
});

test("keeps a pane within its own limits", () => {
  expect(splitSize(0, limits)).toBe(200);
  expect(splitSize(Number.MAX_SAFE_INTEGER, limits)).toBe(360);
});

test("leaves the other pane its least", () => {
  expect(splitSize(900, { ...limits, max: undefined })).toBe(700);
});

test("holds to a pane's own least when there is room for neither", () => {
  expect(splitSize(100, { ...limits, whole: 400 })).toBe(200);
});
