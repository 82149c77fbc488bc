import fc from "fast-check";
import { expect, it } from "vitest";
import { asTimestamp, dateToTimestamp, parseTimestamp, timestampToDate } from "#values/timestamp.ts";

it("reads the digits of a timestamp and nothing else", () => {
  expect(parseTimestamp("1756000000123456789")).toBe(1756000000123456789n);
  expect(parseTimestamp("0")).toBe(0n);
  expect(parseTimestamp("9223372036854775807")).toBe(2n ** 63n - 1n);
  for (const text of ["", "-1", "1e18", "1.0", " 1", "0x10", "9223372036854775808", "17560000001234567890"]) {
    expect(parseTimestamp(text)).toBeUndefined();
  }
});

it("names the millisecond in which a timestamp lies", () => {
  expect(timestampToDate(asTimestamp(1756000000123999999n)).toISOString()).toBe("2025-08-24T01:46:40.123Z");
});

it("goes from a date to a timestamp and back", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true }), (date) => {
      expect(timestampToDate(dateToTimestamp(date))).toEqual(date);
    }),
  );
});
