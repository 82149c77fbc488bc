import { expect, test } from "vitest";
import { formatAgo } from "./format-ago.ts";
import { formatBytes } from "./format-bytes.ts";
import { formatCount } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { formatInstant } from "./format-instant.ts";

test("an instant is spelled in UTC with and without milliseconds", () => {
  const date = new Date(Date.UTC(2025, 10, 3, 6, 8, 4, 7));
  expect(formatInstant(date, "utc")).toBe("2025-11-03 06:08:04");
  expect(formatInstant(date, "utc", true)).toBe("2025-11-03 06:08:04.007");
});

test("durations change their unit at a second and at a minute, never showing 60.0 s", () => {
  expect(formatDuration(41.4)).toBe("41 ms");
  expect(formatDuration(3100)).toBe("3.1 s");
  expect(formatDuration(59_960)).toBe("1 min 0 s");
  expect(formatDuration(124_000)).toBe("2 min 4 s");
});

test("sizes are powers of a thousand and never show 1000.0 of a unit", () => {
  expect(formatBytes(342)).toBe("342 B");
  expect(formatBytes(12_400)).toBe("12.4 kB");
  expect(formatBytes(999_999)).toBe("1.0 MB");
  expect(formatBytes(2_000_000_000)).toBe("2.0 GB");
});

test("ages have one figure", () => {
  expect([-5, 12_000, 240_000, 10_800_000, 172_800_000].map(formatAgo)).toEqual([
    "0 s",
    "12 s",
    "4 min",
    "3 h",
    "2 d",
  ]);
});

test("counts are grouped, bigints too", () => {
  expect(formatCount(184_322)).toBe("184,322");
  expect(formatCount(9_007_199_254_740_993n)).toBe("9,007,199,254,740,993");
});
