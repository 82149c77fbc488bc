import fc from "fast-check";
import type { ConvexObject } from "#values/convex-value.ts";
import { convexNesting, convexSize } from "#values/convex-size.ts";
import type { JsonObject } from "#values/json.ts";
import { expect, test } from "vitest";
import { measureRecord } from "./record-limits.ts";

test("counts sizes as the deployment does", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "漢", "𝄞", "\0") });
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      text,
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("any")),
      fc.dictionary(fc.constantFrom("a", "bc", "__proto__"), tie("any")),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("x", "y", "long name"), value), (record) => {
      const system = 65;
      expect(measureRecord(record as JsonObject).size).toBe(convexSize(record as ConvexObject) + system);
      const nesting = convexNesting(record as ConvexObject);
      expect(measureRecord(record as JsonObject).problem !== undefined).toBe(nesting > 16);
    }),
  );
});

test.each(["\ud800", "a\udc00", "\udc00\ud800", "\ud800\ud800\udc00", "x\ud83d"])(
  "finds the half character in %j",
  (text) => {
    expect(measureRecord({ a: [text] }).problem).toMatch(/half a character/);
  },
);
