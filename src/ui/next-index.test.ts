import { expect, test } from "vitest";
import { nextIndex } from "./next-index.ts";

test("arrows go round at both ends", () => {
  expect(nextIndex("ArrowRight", 2, 3)).toBe(0);
  expect(nextIndex("ArrowUp", 0, 3)).toBe(2);
  expect(nextIndex("ArrowDown", 0, 3)).toBe(1);
});

test("Home and End lead to the first and last open thing", () => {
  expect(nextIndex("Home", 2, 4, (index) => index > 0)).toBe(1);
  expect(nextIndex("End", 0, 4, (index) => index < 3)).toBe(2);
});

test("what is not open is passed over", () => {
  expect(nextIndex("ArrowRight", 0, 4, (index) => index === 0 || index === 3)).toBe(3);
});

test("other keys and rows with nothing open lead nowhere", () => {
  expect(nextIndex("Enter", 0, 3)).toBeUndefined();
  expect(nextIndex("ArrowRight", 0, 3, () => false)).toBeUndefined();
  expect(nextIndex("Home", 0, 0)).toBeUndefined();
});
