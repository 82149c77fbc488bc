import fc from "fast-check";
import { expect, test } from "vitest";
import { invalidUtf8 } from "./invalid-utf8.ts";

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

test("agrees with the platform about any bytes", () => {
  const lead = fc.constantFrom(
    0x41,
    0xc1,
    0xc2,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
    0x80,
    0x8f,
    0x90,
    0x9f,
    0xa0,
    0xbf,
  );
  fc.assert(
    fc.property(fc.array(lead, { maxLength: 8 }), (list) => {
      const bytes = Uint8Array.from(list);
      expect(invalidUtf8(bytes, true) === -1).toBe(isValid(bytes));
    }),
    { numRuns: 2000 },
  );
});

test("finds the first wrong byte", () => {
  expect(invalidUtf8(Uint8Array.of(0xc3, 0xa9, 0x61, 0xff), true)).toBe(3);
});

test("leaves a cut-off character open unless the bytes end there", () => {
  const bytes = Uint8Array.of(0x61, 0xe2, 0x82);
  expect(invalidUtf8(bytes, false)).toBe(-1);
  expect(invalidUtf8(bytes, true)).toBe(1);
});
