import fc from "fast-check";
import { expect, it } from "vitest";
import type { ConvexValue } from "#values/convex-value.ts";
import { preview } from "#values/preview.ts";

it.each<[ConvexValue | undefined, string]>([
  [undefined, "undefined"],
  [null, "null"],
  ["a\nb", '"a\\nb"'],
  [1756000000123456789n, "1756000000123456789n"],
  [-0, "-0"],
  [NaN, "NaN"],
  [Uint8Array.of(104, 105), 'b"aGk="'],
  [[], "[]"],
  [{}, "{}"],
  [{ a: [1, { "first name": "x" }] }, '{ a: [1, { "first name": "x" }] }'],
])("shows %s in one line", (value, line) => {
  expect(preview(value)).toBe(line);
});

it("cuts what is too long with an ellipsis", () => {
  expect(preview("abcdefghij", 8)).toBe('"abcdef…');
  expect(preview([1, 2, 3, 4, 5], 8)).toBe("[1, 2, …");
  expect(preview(new Uint8Array(3_000), 10)).toBe('b"AAAAAAA…');
  expect(preview(new Uint8Array(300), 1_000)).toBe(`b"${"A".repeat(400)}"`);
  expect(preview("a😀b", 4)).toBe('"a…');
});

/** Text of any characters, lone surrogates among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));

it("keeps to one line and to the limit, whatever the value", () => {
  const { value } = fc.letrec<{ value: ConvexValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      anyText,
      fc.bigInt(),
      fc.double(),
      fc.uint8Array({ maxLength: 400 }),
      fc.array(tie("value")),
      fc.dictionary(fc.string(), tie("value")),
    ),
  }));
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 200 }), (shown, limit) => {
      const line = preview(shown, limit);
      expect(line.length).toBeLessThanOrEqual(limit);
      expect(line).not.toMatch(/[\n\r]/);
    }),
  );
});

it("looks at no more of a large value than the line shows", () => {
  let reads = 0;
  const item = () => (reads += 1);
  const list = new Proxy(
    Array.from({ length: 100_000 }, () => 0),
    {
      get: (target, name, receiver) => {
        if (typeof name === "string" && /^[0-9]+$/.test(name)) item();
        return Reflect.get(target, name, receiver) as unknown;
      },
    },
  );
  preview(list, 100);
  expect(reads).toBeLessThan(100);
});
