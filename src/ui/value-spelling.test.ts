import { expect, test } from "vitest";
import { bytesPreview } from "./bytes-preview.ts";
import { entriesLine } from "./entries-line.ts";
import { middleCut } from "./middle-cut.ts";
import { numberText } from "./number-text.ts";
import { valueType } from "./value-type.ts";

test("an id keeps its first seven and last five characters", () => {
  expect(middleCut("j57000820c20a1g7104gm2rc1m70ynr8")).toBe("j570008…0ynr8");
  expect(middleCut("short")).toBe("short");
});

test("numbers keep every digit and the sign of zero", () => {
  expect(numberText(-0)).toBe("-0");
  expect(numberText(1763917472117.4421)).toBe("1763917472117.4421");
  expect(numberText(Number.NaN)).toBe("NaN");
});

test("bytes show their size and the first eight", () => {
  expect(bytesPreview(new Uint8Array([0x9f, 0x3a]))).toEqual({ size: "2 B", hex: "9f 3a" });
  expect(bytesPreview(new Uint8Array(16)).hex).toBe("00 00 00 00 00 00 00 00 …");
});

test("an object is a line of its fields, nested ones by their size", () => {
  expect(
    entriesLine({ name: "console.log", digest: new Uint8Array(16), tags: ["a", "b"], at: null, n: 3n }),
  ).toBe('name: "console.log", digest: 16 B, tags: [2], at: null, n: 3n');
  expect(entriesLine([])).toBe("");
  expect(entriesLine({ length: 2, x: true })).toBe("length: 2, x: true");
});

test("a long object is cut", () => {
  expect(
    entriesLine(
      Array.from({ length: 1000 }, (_, index) => index),
      20,
    ),
  ).toMatch(/^0, 1, .*, …$/);
});

test("types have the names that Convex gives them", () => {
  expect(
    [null, 1, 1n, "a", new Uint8Array(), [], {}, true, undefined].map((value) => valueType(value)),
  ).toEqual(["null", "number", "int64", "string", "bytes", "array", "object", "boolean", ""]);
});
