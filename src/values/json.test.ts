import fc from "fast-check";
import { isInteger, LosslessNumber, parse as losslessParse } from "lossless-json";
import { describe, expect, it } from "vitest";
import { type Json, JsonError, parseJson, printJson } from "#values/json.ts";

/** Text of any characters, lone surrogates among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));

/** Any JSON value, with many integers around the limits of doubles and keys that objects treat specially. */
const key = fc.oneof(
  anyText,
  fc.constantFrom("__proto__", "constructor", "0", "10", "", "toJSON", "\0", "\0\0" + "1"),
);
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(null, true, false, -0, 0, 2 ** 53 - 1, 1 - 2 ** 53, 1e300, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
  fc.bigInt({ min: -(2n ** 70n), max: -(2n ** 53n) }),
  anyText,
  fc.constantFrom(
    "\0",
    "\0" + "0",
    "\0\0" + "1",
    '"\0' + '0"',
    '\\"\0',
    "9007199254740993",
    ":9007199254740993,",
  ),
);
const { tree: anyJson } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    scalar,
    fc.array(tie("tree")),
    fc.array(fc.tuple(key, tie("tree"))).map((members) => {
      const object = {};
      for (const [name, value] of members) {
        Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
      }
      return object as Json;
    }),
  ),
}));

/** A double below 2^53 in size that is whole prints as an integer; beyond, printing gives a whole literal too. */
function isExact(value: Json): boolean {
  if (typeof value === "number")
    return !Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) >= 1e21;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isExact);
}

function failure(text: string): JsonError {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return error;
    throw error;
  }
  throw new Error(`accepted ${text}`);
}

describe("parseJson", () => {
  it("keeps every digit of a 64-bit integer", () => {
    expect(parseJson('{"_ts":1756000000123456789,"list":[-9223372036854775808]}')).toEqual({
      _ts: 1756000000123456789n,
      list: [-9223372036854775808n],
    });
  });

  it("makes bigints of integers beyond 2^53 - 1 and of no others", () => {
    expect(parseJson("9007199254740991")).toBe(2 ** 53 - 1);
    expect(parseJson("-9007199254740991")).toBe(1 - 2 ** 53);
    expect(parseJson("9007199254740992")).toBe(2n ** 53n);
    expect(parseJson("-9007199254740993")).toBe(-9007199254740993n);
    expect(parseJson("1000000000000000")).toBe(1e15);
    expect(parseJson("9007199254740993.0")).toBe(9007199254740992);
    expect(parseJson("1e17")).toBe(1e17);
    expect(parseJson("1.0")).toBe(1);
    expect(parseJson("-0")).toBe(-0);
  });

  it("keeps an integer of four hundred digits", () => {
    const digits = "7".repeat(400);
    expect(parseJson(digits)).toBe(BigInt(digits));
  });

  it("leaves digits inside strings alone", () => {
    const text =
      '{"a":"9007199254740993","b":"x \\":9007199254740993,\\" y","\\\\":"\\\\","9007199254740993":9007199254740993}';
    expect(parseJson(text)).toEqual({
      a: "9007199254740993",
      b: 'x ":9007199254740993," y',
      "\\": "\\",
      "9007199254740993": 9007199254740993n,
    });
  });

  it("tells its own marks from strings that look like them", () => {
    const text = String.raw`["\u00000","\u0000\u00000","\u0000x\u00000",9007199254740993,{"\u00000":9007199254740995}]`;
    expect(parseJson(text)).toEqual([
      "\0" + "0",
      "\0\0" + "0",
      "\0x\0" + "0",
      9007199254740993n,
      { ["\0" + "0"]: 9007199254740995n },
    ]);
  });

  it("is not misled by strings in which digits stand as they do outside", () => {
    const inside = "[9007199254740993, -9007199254740993 ,9007199254740993]";
    expect(
      parseJson(JSON.stringify({ a: inside, b: [inside] }).replace("{", '{"ts":9007199254740993,')),
    ).toEqual({
      ts: 9007199254740993n,
      a: inside,
      b: [inside],
    });
    expect(parseJson(String.raw`["\\",9007199254740993,"\\\",9007199254740993,",9007199254740995]`)).toEqual([
      "\\",
      9007199254740993n,
      '\\",9007199254740993,',
      9007199254740995n,
    ]);
  });

  it("finds an unsafe integer wherever it stands in a text", () => {
    for (let before = 0; before < 40; before++) {
      for (const digits of ["9007199254740993", "-9007199254740993", "1".repeat(31), "1".repeat(47)]) {
        expect(parseJson(`${" ".repeat(before)}[${digits},${digits}]`)).toEqual([
          BigInt(digits),
          BigInt(digits),
        ]);
      }
    }
  });

  it("lets the last of two equal keys win", () => {
    expect(parseJson('{"a":9007199254740993,"a":1}')).toEqual({ a: 1 });
    expect(parseJson('{"a":1,"b":9007199254740993,"a":9007199254740992}')).toEqual({
      a: 9007199254740992n,
      b: 9007199254740993n,
    });
  });

  it("keeps the order of values under keys that are numbers", () => {
    expect(parseJson('{"b":9007199254740993,"1":9007199254740992}')).toEqual({
      b: 9007199254740993n,
      "1": 9007199254740992n,
    });
  });

  it("takes __proto__ for a key like any other", () => {
    const value = parseJson('{"__proto__":9007199254740993}') as Record<string, Json>;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(value, "__proto__")?.value).toBe(9007199254740993n);
  });

  it("keeps lone surrogates", () => {
    expect(parseJson(String.raw`["\ud800",9007199254740993,"\udc00x"]`)).toEqual([
      "\ud800",
      9007199254740993n,
      "\udc00x",
    ]);
  });

  it("reads nesting as deep as native parsing does", () => {
    const depth = 200_000;
    const text = `${"[".repeat(depth)}9007199254740993${"]".repeat(depth)}`;
    let value = parseJson(text);
    for (let level = 0; level < depth; level++) value = (value as readonly Json[])[0] as Json;
    expect(value).toBe(9007199254740993n);
  });

  it("agrees with native parsing, or fails as it does, on anything made of JSON's characters", () => {
    const pieces = fc.constantFrom(
      ...'[]{}:,"\\ \n\t-+.eE0123456789'.split(""),
      "9007199254740993",
      "-9007199254740992",
      "true",
      "null",
      "\\u0000",
      '"a"',
      '":9007199254740993,"',
      "é",
      "\ufeff",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        let native: unknown;
        try {
          native = JSON.parse(text);
        } catch {
          failure(text);
          return;
        }
        if (JSON.stringify(native) === undefined || hasInfinity(native)) {
          failure(text);
          return;
        }
        expect(rounded(parseJson(text))).toEqual(native);
      }),
      { numRuns: 20_000 },
    );
  });

  it("agrees with lossless-json", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(0, 2), (value, indent) => {
        const text = printJson(value, indent);
        // The oracle takes `__proto__` for the prototype and refuses duplicates that it does not have.
        fc.pre(!text.includes("__proto__"));
        const oracle = losslessParse(text, null, (literal) => {
          if (!isInteger(literal)) return Number(literal);
          return literal === "-0"
            ? -0
            : Number.isSafeInteger(Number(literal))
              ? Number(literal)
              : BigInt(literal);
        });
        expect(oracle).not.toBeInstanceOf(LosslessNumber);
        expect(parseJson(text)).toEqual(oracle);
      }),
    );
  });

  it.each([
    ["", 0, 1, 1],
    ["  ", 2, 1, 3],
    ["\ufeff{}", 0, 1, 1],
    ['{\n  "a": 1,\n  b: 2\n}', 14, 3, 3],
    ["[1,]", 3, 1, 4],
    ["[1 2]", 3, 1, 4],
    ['{"a" 1}', 5, 1, 6],
    ['{"a":1', 6, 1, 7],
    ['"a\nb"', 2, 1, 3],
    ['"\\x"', 2, 1, 3],
    ['"\\u12g4"', 5, 1, 6],
    ['"open', 5, 1, 6],
    ["01", 1, 1, 2],
    ["-", 1, 1, 2],
    ["1.", 2, 1, 3],
    ["1e+", 3, 1, 4],
    ["+1", 0, 1, 1],
    ["nulL", 3, 1, 4],
    ["[1]]", 3, 1, 4],
    ["1e400", 0, 1, 1],
    ["[0,-1e400]", 3, 1, 4],
    ["{9007199254740993:1}", 1, 1, 2],
    ["09007199254740993", 1, 1, 2],
    ["[9007199254740993,\n-]", 20, 2, 2],
    ["{'a':1}", 1, 1, 2],
    ["\u00a01", 0, 1, 1],
  ])("says where %j is wrong", (text, position, line, column) => {
    expect(failure(text)).toMatchObject({ position, line, column });
  });

  it("says what it met and what it expected", () => {
    expect(failure('{"a":1;}').message).toBe('Unexpected ";", expected "," or "}" at line 1 column 7');
    expect(failure("[\u0001]").message).toBe(
      "Unexpected character U+0001, expected a value at line 1 column 2",
    );
    expect(failure("1e999").message).toBe("Number out of range at line 1 column 1");
    expect(failure('{"a":').message).toBe("The text ends too early at line 1 column 6");
  });
});

describe("printJson", () => {
  it("gives back what was read", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(0, 1, 2, 10), (value, indent) => {
        fc.pre(isExact(value));
        const text = printJson(value, indent);
        expect(parseJson(text)).toEqual(value);
        expect(printJson(parseJson(text), indent)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it("prints what native printing prints wherever that loses nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: "small" }), (value) => {
        fc.pre(!hasNegativeZero(value));
        expect(printJson(value as Json, 2)).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it("prints bigints as digits and -0 as -0", () => {
    expect(printJson({ ts: 1756000000123456789n, small: 5n, zero: -0, list: [-0, 0, -1n] })).toBe(
      '{"ts":1756000000123456789,"small":5,"zero":-0,"list":[-0,0,-1]}',
    );
    expect(printJson([5n], 2)).toBe("[\n  5\n]");
    expect(printJson(-0)).toBe("-0");
  });

  it("tells its own marks from strings and keys that look like them", () => {
    const value = { ["\0" + "0"]: 1n, list: ["\0" + "0", "\0\0" + "1", '"\0' + '0"', 2n], '"\0': -0 };
    expect(parseJson(printJson(value).replace(":1,", ":1 ,"))).toEqual({
      ["\0" + "0"]: 1,
      list: ["\0" + "0", "\0\0" + "1", '"\0' + '0"', 2],
      '"\0': -0,
    });
  });

  it("prints nesting as deep as native printing does", () => {
    let value: Json = 5n;
    for (let level = 0; level < 3_000; level++) value = { a: value };
    expect(printJson(value)).toBe(`${'{"a":'.repeat(3_000)}5${"}".repeat(3_000)}`);
  });

  it("leaves what it prints unchanged", () => {
    const value = Object.freeze({ list: Object.freeze([1n, Object.freeze({ zero: -0 })]) });
    printJson(value);
    expect(value).toEqual({ list: [1n, { zero: -0 }] });
  });

  it("writes a lone surrogate as its escape", () => {
    expect(printJson("a\ud800")).toBe(String.raw`"a\ud800"`);
  });

  it.each([Number.NaN, Infinity, -Infinity])("refuses %s", (number) => {
    expect(() => printJson({ list: [number] })).toThrow(TypeError);
  });
});

/** Numbers as native parsing has them. */
function rounded(value: Json): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map((item: Json) => rounded(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rounded(member as Json)]));
}

function hasInfinity(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasInfinity);
}

function hasNegativeZero(value: unknown): boolean {
  if (typeof value === "number") return Object.is(value, -0);
  return typeof value === "object" && value !== null && Object.values(value).some(hasNegativeZero);
}
