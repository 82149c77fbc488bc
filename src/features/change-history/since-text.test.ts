import fc from "fast-check";
import { expect, test } from "vitest";
import { asTimestamp } from "#values/timestamp.ts";
import { readSince } from "./read-since.ts";
import { sinceText } from "./since-text.ts";

const latest = asTimestamp(2n ** 63n - 1n);

test("what is shown is read again as the same moment, to the nanosecond", () => {
  fc.assert(
    fc.property(
      fc.bigInt(1_000_000_000_000_000_000n, latest),
      fc.constantFrom(1n, 1_000_000n, 1_000_000_000n),
      (ns, step) => {
        const ts = asTimestamp((ns / step) * step);
        expect(readSince(sinceText(ts, "utc"), latest, "utc")).toEqual({ kind: "since", ts });
      },
    ),
  );
});

test("a whole second is a date, and the beginning of the log is said in words", () => {
  expect(sinceText(asTimestamp(1_768_478_400_000_000_000n), "utc")).toBe("2026-01-15 12:00:00 UTC");
  expect(sinceText(asTimestamp(1_768_478_400_000_000_001n), "utc")).toBe("1768478400000000001");
  expect(sinceText(asTimestamp(0n), "utc")).toBe("Since the log begins");
});
