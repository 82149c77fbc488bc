import { getConvexSize } from "convex/values";
import fc from "fast-check";
import { expect, it } from "vitest";
import { convexNesting, convexSize, utf8Length } from "#values/convex-size.ts";
import type { ConvexValue } from "#values/convex-value.ts";

it.each<[ConvexValue, number]>([
  [null, 1],
  [true, 1],
  [1, 9],
  [1n, 9],
  ["", 2],
  ["é", 4],
  [Uint8Array.of(1, 2), 4],
  [[], 2],
  [[null, null], 4],
  [{}, 2],
  [{ ab: 1 }, 14],
])("counts the bytes of %s", (value, size) => {
  expect(convexSize(value)).toBe(size);
});

it("counts as the convex package does", () => {
  const { value } = fc.letrec<{ value: ConvexValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, 1, 1n),
      fc.string({ unit: "grapheme" }),
      fc.array(tie("value")),
      fc.dictionary(fc.constantFrom("a", "bc", "def"), tie("value")),
    ),
  }));
  fc.assert(
    fc.property(value, (sized) => {
      expect(convexSize(sized)).toBe(getConvexSize(sized as Parameters<typeof getConvexSize>[0]));
    }),
  );
});

it("counts the levels of a value", () => {
  expect(convexNesting("x")).toBe(0);
  expect(convexNesting(Uint8Array.of(1))).toBe(0);
  expect(convexNesting([])).toBe(1);
  expect(convexNesting({ a: [{ b: 1 }], c: [] })).toBe(3);
});

it("measures UTF-8 without making it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
