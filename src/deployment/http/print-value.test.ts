import fc from "fast-check";
import { expect, test } from "vitest";
import { printNumber, printValue } from "./print-value.ts";

test("floats have a fraction or an exponent", () => {
  const cases: [number, string][] = [
    [1, "1.0"],
    [-3, "-3.0"],
    [0, "0.0"],
    [0.1, "0.1"],
    [1.5e10, "15000000000.0"],
    [2 ** 53, "9007199254740992.0"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e16"],
    [1.2345e20, "1.2345e20"],
    [1e21, "1e21"],
    [123456789012345680000, "1.2345678901234568e20"],
    [0.00001, "0.00001"],
    [0.000001, "1e-6"],
    [1.5e-7, "1.5e-7"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e308"],
  ];
  for (const [value, text] of cases) expect(printNumber(value)).toBe(text);
});

test("a printed float reads back as itself", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = printNumber(value);
      expect(Object.is(Number(text), value)).toBe(true);
      expect(text).toMatch(/[.e]/);
    }),
    { numRuns: 2000 },
  );
});

test("each format spells what JSON has not in its own way", () => {
  const value = { i: 42n, b: Uint8Array.of(104, 101, 108, 108, 111), n: Number.NaN, z: -0, inf: -Infinity };
  expect(printValue(value, "clean")).toBe('{"b":"aGVsbG8=","i":"42","inf":"-Infinity","n":"NaN","z":-0.0}');
  expect(printValue(value, "encoded")).toBe(
    '{"b":{"$bytes":"aGVsbG8="},"i":{"$integer":"KgAAAAAAAAA="},"inf":{"$float":"AAAAAAAA8P8="},"n":{"$float":"AAAAAAAA+H8="},"z":{"$float":"AAAAAAAAAIA="}}',
  );
  expect(printValue(value, "export")).toBe(
    '{"b":{"$bytes":"aGVsbG8="},"i":42,"inf":{"$float":"AAAAAAAA8P8="},"n":{"$float":"AAAAAAAA+H8="},"z":-0.0}',
  );
});

test("keys are in byte order, text is as it is", () => {
  expect(printValue({ b: "ü\n", _id: 1, Z: [], a: {} }, "clean")).toBe(
    '{"Z":[],"_id":1.0,"a":{},"b":"ü\\n"}',
  );
});
