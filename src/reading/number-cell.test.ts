import fc from "fast-check";
import { expect, test } from "vitest";
import { exactNumber, fixedDecimals, hasLeadingZero, isLargeInteger, spokenNumber } from "./number-cell.ts";

test.each([
  ["0", 0],
  ["-12", -12],
  ["12.5", 12.5],
  [".097", 0.097],
  ["-.5", -0.5],
  ["-0", -0],
  ["1e-7", 1e-7],
  ["9007199254740991", 9007199254740991],
  ["6704.974958506101", 6704.974958506101],
])("takes %s for a number without being told", (cell, number) => {
  expect(exactNumber(cell)).toBe(number);
});

test.each([
  "",
  "007",
  "1.50",
  "1e5",
  "+1",
  " 12",
  "12 ",
  "1,5",
  "0x1F",
  "NaN",
  "Infinity",
  "1e400",
  "9007199254740993",
  "12345678901234567000",
  "1e+21",
  "0.1234567890123456789",
  "-",
  ".",
  "5.",
  "١",
])("takes %j for text", (cell) => {
  expect(exactNumber(cell)).toBeUndefined();
});

test("prints back every number it takes, but for the zero before the point", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const cell = Object.is(number, -0) ? "-0" : String(number);
      const isTooLarge = Number.isInteger(number) && !Number.isSafeInteger(number);
      expect(exactNumber(cell)).toBe(isTooLarge ? undefined : number);
    }),
  );
});

test("counts decimals that printing gives back", () => {
  expect(fixedDecimals("12.50")).toBe(2);
  expect(fixedDecimals("-0.00")).toBe(2);
  expect(fixedDecimals(".50")).toBe(2);
  expect(fixedDecimals("12")).toBeUndefined();
  expect(fixedDecimals("007.50")).toBeUndefined();
  expect(fixedDecimals("0.12345678901234567")).toBeUndefined();
});

test("takes the common spellings once someone has said that they are numbers", () => {
  expect(["007", "1.50", "1e5", "+1", " 12 ", "5."].map(spokenNumber)).toEqual([7, 1.5, 100_000, 1, 12, 5]);
  expect(["", "1,5", "n/a", "1e400", "9007199254740993", "0x1F"].map(spokenNumber)).toEqual(
    Array(6).fill(undefined),
  );
});

test("knows the integers that a number would change", () => {
  expect(["8967064880459163859", "-9007199254740993", "9007199254740993"].every(isLargeInteger)).toBe(true);
  expect(["9007199254740991", "123", "12345678901234567890.5"].some(isLargeInteger)).toBe(false);
});

test("knows leading zeros", () => {
  expect(["007", "00"].every(hasLeadingZero)).toBe(true);
  expect(["0", "0.5", "7", "0a"].some(hasLeadingZero)).toBe(false);
});
