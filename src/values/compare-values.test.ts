import { compareValues as packageCompare, type Value } from "convex/values";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compareStrings } from "#values/compare-strings.ts";
import { compareValues } from "#values/compare-values.ts";
import type { ConvexValue } from "#values/convex-value.ts";

const ordered: (ConvexValue | undefined)[] = [
  undefined,
  null,
  -(2n ** 63n),
  0n,
  2n ** 63n - 1n,
  -Infinity,
  -1.5,
  -0,
  0,
  5e-324,
  Infinity,
  NaN,
  false,
  true,
  "",
  "A",
  "a",
  "aa",
  "\uffff",
  "\u{10000}",
  new Uint8Array(),
  Uint8Array.of(0),
  Uint8Array.of(0, 0),
  Uint8Array.of(1),
  [],
  [null],
  [null, null],
  [0n],
  {},
  { a: 0 },
  { a: 0, b: 0 },
  { a: 1 },
  { b: 0 },
];

it("orders the kinds of values, and values within a kind", () => {
  for (const [left, one] of ordered.entries()) {
    for (const [right, other] of ordered.entries()) {
      expect(Math.sign(compareValues(one, other))).toBe(Math.sign(left - right));
    }
  }
});

/** Text that UTF-8 can spell, so without lone surrogates. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0xe000, max: 0x10ffff })), {
    maxLength: 4,
  })
  .map((points) => String.fromCodePoint(...points));

it("orders strings by their UTF-8 bytes", () => {
  fc.assert(
    fc.property(anyText, anyText, (left, right) => {
      expect(Math.sign(compareStrings(left, right))).toBe(
        Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right))),
      );
    }),
  );
});

it("orders as the convex package does", () => {
  const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, false, -0, 0, 1, NaN, 1n, -5n),
      fc.string({ maxLength: 3 }),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value")),
    ),
  }));
  fc.assert(
    fc.property(value, value, (left, right) => {
      expect(Math.sign(compareValues(left as ConvexValue, right as ConvexValue))).toBe(
        Math.sign(packageCompare(left, right)),
      );
    }),
    { numRuns: 1_000 },
  );
});

it("finds the order whatever order an object's fields are in", () => {
  expect(compareValues({ b: 1, a: 1 }, { a: 1, b: 1 })).toBe(0);
});
