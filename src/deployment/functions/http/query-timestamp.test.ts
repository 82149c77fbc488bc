import fc from "fast-check";
import { expect, test } from "vitest";
import { printQueryTimestamp, readQueryTimestamp } from "./query-timestamp.ts";

test("a timestamp keeps every digit", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 63n - 1n), (ts) => {
      expect(readQueryTimestamp(printQueryTimestamp(ts), ts)).toBe(ts);
    }),
  );
});

test("the lowest byte comes first", () => {
  expect(printQueryTimestamp(1n)).toBe("AQAAAAAAAAA=");
});
