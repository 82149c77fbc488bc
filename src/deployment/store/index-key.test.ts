import fc from "fast-check";
import { expect, test } from "vitest";
import { compareValues } from "#values/compare-values.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { compareKeys, keyAfter, KeyWriter } from "./index-key.ts";

const value: fc.Arbitrary<ConvexValue> = fc.letrec<{ value: ConvexValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "\0", "a\0", "a\0\0", "a\u0001"),
    fc.uint8Array({ maxLength: 4 }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-c]{0,2}$/), tie("value"), { maxKeys: 3 }),
  ),
})).value;

const keyOf = (...values: (ConvexValue | undefined)[]) =>
  values.reduce((writer: KeyWriter, each) => writer.value(each), new KeyWriter()).finish();

test("keys are ordered as their values are", () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(Math.sign(compareKeys(keyOf(a), keyOf(b)))).toBe(Math.sign(compareValues(a, b)));
    }),
    { numRuns: 2000 },
  );
});

test("what is missing comes before everything", () => {
  fc.assert(
    fc.property(value, (a) => {
      expect(compareKeys(keyOf(undefined), keyOf(a))).toBeLessThan(0);
    }),
  );
});

test("no key is the beginning of another, so that the first value decides", () => {
  fc.assert(
    fc.property(value, value, value, value, (a, b, c, d) => {
      fc.pre(compareValues(a, b) !== 0);
      expect(Math.sign(compareKeys(keyOf(a, c), keyOf(b, d)))).toBe(Math.sign(compareValues(a, b)));
    }),
    { numRuns: 500 },
  );
});

test("the key after a prefix is behind all that start with it and before all others", () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const after = keyAfter(keyOf(a)) ?? new Uint8Array();
      expect(compareKeys(keyOf(a, c), after)).toBeLessThan(0);
      if (compareValues(b, a) > 0) expect(compareKeys(keyOf(b), after)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
