import { convexToJson, jsonToConvex, type Value } from "convex/values";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConvexValue, decodeValue, encodeValue, ValueError } from "#values/convex-value.ts";
import { type Json, parseJson, printJson } from "#values/json.ts";

const fieldName = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) })
  .filter((name) => !name.startsWith("$") && name !== "__proto__");
const { value: anyValue } = fc.letrec<{ value: ConvexValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.constantFrom(-0, NaN, Infinity, -Infinity),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.string(),
    fc.uint8Array(),
    fc.array(tie("value")),
    fc.dictionary(fieldName, tie("value")),
  ),
}));

function refusal(json: Json): ValueError {
  try {
    decodeValue(json);
  } catch (error) {
    if (error instanceof ValueError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("encodeValue", () => {
  const bytes = new TextEncoder().encode("hello");

  it.each([
    [null, "null", "null", "null"],
    [42n, '"42"', '{"$integer":"KgAAAAAAAAA="}', "42"],
    [-1n, '"-1"', '{"$integer":"//////////8="}', "-1"],
    [1, "1", "1", "1"],
    [NaN, '"NaN"', '{"$float":"AAAAAAAA+H8="}', '{"$float":"AAAAAAAA+H8="}'],
    [Infinity, '"Infinity"', '{"$float":"AAAAAAAA8H8="}', '{"$float":"AAAAAAAA8H8="}'],
    [-Infinity, '"-Infinity"', '{"$float":"AAAAAAAA8P8="}', '{"$float":"AAAAAAAA8P8="}'],
    [-0, "-0", '{"$float":"AAAAAAAAAIA="}', "-0"],
    [true, "true", "true", "true"],
    ["hi", '"hi"', '"hi"', '"hi"'],
    [bytes, '"aGVsbG8="', '{"$bytes":"aGVsbG8="}', '{"$bytes":"aGVsbG8="}'],
    [
      [1n, { a: bytes }],
      '["1",{"a":"aGVsbG8="}]',
      '[{"$integer":"AQAAAAAAAAA="},{"a":{"$bytes":"aGVsbG8="}}]',
      '[1,{"a":{"$bytes":"aGVsbG8="}}]',
    ],
  ])("spells %s in each format", (value, clean, encoded, exported) => {
    expect(printJson(encodeValue(value, "clean"))).toBe(clean);
    expect(printJson(encodeValue(value, "encoded"))).toBe(encoded);
    expect(printJson(encodeValue(value, "export"))).toBe(exported);
  });

  it("keeps every digit of the largest Int64 in every format", () => {
    const largest = 2n ** 63n - 1n;
    expect(encodeValue(largest, "clean")).toBe("9223372036854775807");
    expect(printJson(encodeValue(largest, "export"))).toBe("9223372036854775807");
    expect(decodeValue(encodeValue(largest, "encoded"))).toBe(largest);
  });

  it.each([2n ** 63n, -(2n ** 63n) - 1n])("refuses %s, which has no spelling in 64 bits", (value) => {
    for (const format of ["clean", "encoded", "export"] as const) {
      expect(() => encodeValue(value, format)).toThrow(`${value} does not fit into an Int64`);
    }
  });

  it("encodes bytes longer than one call can spread", () => {
    const long = new Uint8Array(200_000).fill(65);
    expect(encodeValue(long, "clean")).toBe(btoa("A".repeat(200_000)));
  });

  it("encodes as the convex package does", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(encodeValue(value, "encoded")).toEqual(convexToJson(forPackage(value)));
      }),
    );
  });
});

describe("decodeValue", () => {
  it("gives back what was encoded, through text", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(decodeValue(parseJson(printJson(encodeValue(value, "encoded"))))).toEqual(value);
      }),
    );
  });

  it("decodes as the convex package does", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const json = encodeValue(value, "encoded");
        expect(forPackage(decodeValue(json))).toEqual(
          jsonToConvex(json as Parameters<typeof jsonToConvex>[0]),
        );
      }),
    );
  });

  it("takes every JSON number for a Float64", () => {
    expect(decodeValue(parseJson("[1,9007199254740993]"))).toEqual([1, 9007199254740992]);
  });

  it("keeps text that only looks like an integer", () => {
    expect(decodeValue("42")).toBe("42");
  });

  it("lets both zeros be spelt as $float", () => {
    expect(decodeValue({ $float: "AAAAAAAAAIA=" })).toBe(-0);
    expect(decodeValue({ $float: "AAAAAAAAAAA=" })).toBe(0);
  });

  it.each<[Json, string]>([
    [{ $float: "AAAAAAAA8D8=" }, "Float64 1 should be encoded as a number"],
    [{ $integer: "KgAA" }, "Int64 must be exactly eight bytes"],
    [{ $float: "KgAA" }, "Float64 must be exactly eight bytes"],
    [{ $integer: 42 }, "invalid type: integer `42`, expected a string"],
    [{ $bytes: null }, "invalid type: null, expected a string"],
    [{ $bytes: "aGVsbG8" }, "Invalid padding"],
    [{ $bytes: "aGVs bG8=" }, "Invalid symbol 32, offset 4."],
    [{ $bytes: "aGVsbG9=" }, "Invalid last symbol 57, offset 6."],
    [{ $foo: 1 }, "Field name $foo starts with '$', which is reserved."],
    [{ $integer: "KgAAAAAAAAA=", more: 1 }, "Field name $integer starts with '$', which is reserved."],
    [
      { ünï: 1 },
      "Field name ünï has invalid character 'ü': Field names can only contain non-control ASCII characters",
    ],
    [
      { "a\n": 1 },
      "Field name a\n has invalid character '\n': Field names can only contain non-control ASCII characters",
    ],
    [{ ["x".repeat(1025)]: 1 }, "Field name is too long (1025 > maximum 1024)"],
  ])("refuses %j in the server's words", (json, message) => {
    expect(refusal(json).message).toBe(message);
  });

  it("accepts an empty field name", () => {
    expect(decodeValue({ "": 1 })).toEqual({ "": 1 });
  });

  it("says where in the value the fault is", () => {
    expect(refusal({ a: [0, { b: { $integer: "x" } }] }).path).toEqual(["a", 1, "b"]);
  });

  it("holds the limits of values", () => {
    const long = Array.from({ length: 8193 }, () => 0);
    expect(refusal(long)).toMatchObject({
      code: "ArrayTooLong",
      message: "Array length is too long (8193 > maximum length 8192)",
    });
    expect(decodeValue(long.slice(1))).toHaveLength(8192);
    const wide = Object.fromEntries(Array.from({ length: 1025 }, (_, at) => [`f${at}`, 0]));
    expect(refusal(wide)).toMatchObject({
      code: "TooManyFieldsError",
      message: "Object has too many fields (1025 > maximum number 1024)",
    });
    expect(refusal(nested(65))).toMatchObject({
      code: "TooNestedError",
      message: "Value is too nested (nested 65 levels deep > maximum nesting 64)",
    });
    expect(decodeValue(nested(64))).toBeDefined();
    expect(decodeValue(nested(64, { $integer: "KgAAAAAAAAA=" }))).toBeDefined();
    expect(refusal(nested(100_000)).code).toBe("TooNestedError");
  });
});

function nested(levels: number, innermost?: Json): Json {
  let value: Json = innermost === undefined ? [] : [innermost];
  for (let level = 1; level < levels; level++) value = [value];
  return value;
}

/** The same value with the package's ArrayBuffers for bytes. */
function forPackage(value: ConvexValue): Value {
  if (value instanceof Uint8Array) return value.slice().buffer;
  if (Array.isArray(value)) return value.map((item: ConvexValue) => forPackage(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, member]) => [field, forPackage(member as ConvexValue)]),
  );
}
