import fc from "fast-check";
import { expect, test } from "vitest";
import { BodyCursor } from "./body-cursor.ts";
import { anyJson, boolean, int64, list, optional, rawJson, struct, text } from "./body-decoder.ts";

test("any JSON reads as the platform reads it", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat({ max: 2 }), (json, indent) => {
      const spaced = JSON.stringify(JSON.parse(json), null, indent);
      fc.pre(!/\\ud[89a-f]/i.test(spaced));
      expect(anyJson.read(new BodyCursor(spaced))).toEqual(JSON.parse(spaced));
    }),
    { numRuns: 500 },
  );
});

test("text that the platform does not take for JSON is refused", () => {
  const wrong = ["01", "1.", ".5", "-", "+1", "1e", "tru", "nul", "'a'", '"\\x"', '"\n"', "[1,]", '{"a":1,}'];
  for (const json of wrong) expect(() => anyJson.read(new BodyCursor(json)), json).toThrow("Failed to parse");
});

test("raw JSON is kept letter for letter, however deep", () => {
  const deep = `${"[".repeat(500)}${"]".repeat(500)}`;
  for (const json of ['{ "a" : [1.0, -0] }', deep]) {
    expect(rawJson.read(new BodyCursor(` ${json} `))).toBe(json);
  }
});

test("64-bit integers keep every digit", () => {
  for (const digits of ["9223372036854775807", "-9223372036854775808", "1768478400000000001"]) {
    expect(int64.read(new BodyCursor(digits))).toBe(BigInt(digits));
  }
  expect(() => int64.read(new BodyCursor("9223372036854775808"))).toThrow(
    "invalid value: integer `9223372036854775808`, expected i64",
  );
  expect(() => int64.read(new BodyCursor("99999999999999999999"))).toThrow("invalid type: floating point");
});

test("a struct takes its fields in any order, optional ones missing or null", () => {
  const decoder = struct("Args", { a: text, b: optional(boolean), c: optional(list(int64)) });
  expect(decoder.read(new BodyCursor('{"c":[1,2],"x":{"y":[]},"a":"s"}'))).toEqual({
    a: "s",
    b: undefined,
    c: [1n, 2n],
  });
  expect(decoder.read(new BodyCursor('{"a":"s","b":null}'))).toEqual({ a: "s", b: undefined, c: undefined });
});

test("what stands there instead is said", () => {
  const cases: [string, string][] = [
    ["5", "invalid type: integer `5`, expected a string at line 1 column 1"],
    ["5.5", "invalid type: floating point `5.5`, expected a string at line 1 column 3"],
    ["null", "invalid type: null, expected a string at line 1 column 4"],
    ["{}", "invalid type: map, expected a string at line 1 column 0"],
    ["[]", "invalid type: sequence, expected a string at line 1 column 0"],
    ["true", "invalid type: boolean `true`, expected a string at line 1 column 4"],
  ];
  for (const [json, reason] of cases) expect(() => text.read(new BodyCursor(json))).toThrow(reason);
});
