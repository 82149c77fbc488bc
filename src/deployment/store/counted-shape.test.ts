import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConvexObject } from "#values/convex-value.ts";
import { countValue, emptyShape } from "./counted-shape.ts";

const field = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.bigInt({ min: -5n, max: 5n }),
  fc.string(),
  fc.constant("j57000820c20a1g7104gm2rc1m70ynr8"),
  fc.array(fc.oneof(fc.integer(), fc.string())),
  fc.dictionary(fc.constantFrom("a", "b", "odd name", "__proto__"), fc.integer()),
);
const document = fc.dictionary(
  fc.constantFrom("name", "age", "odd name", "o"),
  field,
) as fc.Arbitrary<ConvexObject>;

test("what was counted in and out again leaves no trace", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 8 }), document, (kept, gone) => {
      const direct = emptyShape();
      for (const each of kept) countValue(direct, each, 1);
      const around = emptyShape();
      countValue(around, gone, 1);
      for (const each of kept) countValue(around, each, 1);
      countValue(around, gone, -1);
      expect(around).toEqual(direct);
    }),
    { numRuns: 500 },
  );
});

test("counts can be kept as JSON", () => {
  fc.assert(
    fc.property(fc.array(document), (documents) => {
      const shape = emptyShape();
      for (const each of documents) countValue(shape, each, 1);
      expect(JSON.parse(JSON.stringify(shape))).toEqual(shape);
    }),
  );
});

test("an object of more than 64 fields is no longer followed", () => {
  const shape = emptyShape();
  countValue(shape, Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`f${n}`, n])), 1);
  expect(shape.object).toEqual({ count: 1, odd: 0, isWide: true, fields: {} });
});
