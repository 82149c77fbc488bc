import { expect, test } from "vitest";
import { instantWords } from "./instant-words.ts";

test("says an instant with its weekday and milliseconds", () => {
  expect(instantWords(new Date("2025-11-23T17:01:51.123Z"), "utc")).toBe("Sun 23 Nov 2025, 17:01:51.123");
});

test("says midnight as 00", () => {
  expect(instantWords(new Date("2026-01-05T00:00:00.007Z"), "utc")).toBe("Mon 5 Jan 2026, 00:00:00.007");
});
