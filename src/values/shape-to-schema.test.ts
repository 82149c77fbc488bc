import { describe, expect, it } from "vitest";
import type { ConvexObject, ValueFormat } from "#values/convex-value.ts";
import { encodeDocumentId } from "#values/document-id.ts";
import { inferShape } from "#values/infer-shape.ts";
import { type JsonObject, printJson } from "#values/json.ts";
import { shapeToSchema } from "#values/shape-to-schema.ts";
import { shapeFromValidator, type ValidatorJson } from "#values/validator.ts";

const users = encodeDocumentId({ tableNumber: 10001, internalId: new Uint8Array(16) });
const teams = encodeDocumentId({ tableNumber: 10002, internalId: new Uint8Array(16) });
const gone = encodeDocumentId({ tableNumber: 10003, internalId: new Uint8Array(16) });
const tableName = (number: number) => ({ 10001: "users", 10002: "teams" })[number];

/** The schema of one field that held these values. */
function fieldSchema(values: readonly ConvexObject[string][], format: ValueFormat = "clean"): string {
  const shape = inferShape(
    values.map((value) => ({ f: value })),
    tableName,
  );
  const field = shape.kind === "object" ? shape.fields[0]?.shape : undefined;
  if (field === undefined) throw new Error("no object");
  return printJson(shapeToSchema(field, format));
}

function declaredSchema(validator: ValidatorJson, format: ValueFormat = "clean"): string {
  return printJson(shapeToSchema(shapeFromValidator(validator), format));
}

describe("the schema of what was seen", () => {
  it.each<[string, ConvexObject[string][], string]>([
    ["an id", [users], '{"$description":"Id(users)","type":"string"}'],
    ["an id of a table that is gone", [gone], '{"type":"string"}'],
    ["text", ["a b"], '{"type":"string"}'],
    ["booleans", [true, false], '{"type":"boolean"}'],
    ["null", [null], '{"type":"null"}'],
    ["numbers", [1, 2.5], '{"type":"number"}'],
    ["an empty array", [[]], '{"type":"array","items":false}'],
    ["arrays", [["a"], [], [null]], '{"type":"array","items":{"anyOf":[{"type":"null"},{"type":"string"}]}}'],
    ["an object with a strange field", [{ "first name": 1 }], "{}"],
    [
      "ids and a name",
      [users, "ann"],
      '{"anyOf":[{"$description":"Id(users)","type":"string"},{"type":"string"}]}',
    ],
    ["ids and text", [users, "not a name"], '{"type":"string"}'],
    [
      "ids of two tables",
      [teams, users],
      '{"anyOf":[{"$description":"Id(users)","type":"string"},{"$description":"Id(teams)","type":"string"}]}',
    ],
  ])("of %s", (_, values, schema) => {
    expect(fieldSchema(values)).toBe(schema);
  });

  it.each([NaN, Infinity, -Infinity, -0])("tells that %s was among the numbers", (special) => {
    const clean =
      '{"$description":"float64","anyOf":[{"type":"number"},{"type":"string","$description":"-inf, inf, or NaN"}]}';
    expect(fieldSchema([1, special])).toBe(clean);
    expect(fieldSchema([special], "encoded")).toBe(
      '{"$description":"float64","anyOf":[{"type":"number"},{"type":"object","$description":"-0, -inf, inf, or NaN","properties":{"$float":{"$description":"float64 -> little-endian -> base64","type":"string"}}}]}',
    );
    expect(fieldSchema([special], "export")).toBe(
      '{"$description":"float64","anyOf":[{"type":"number"},{"type":"object","$description":"-inf, inf, or NaN","properties":{"$float":{"$description":"float64 -> little-endian -> base64","type":"string"}}}]}',
    );
  });

  it("describes Int64 and bytes as each format spells them", () => {
    expect(fieldSchema([1n])).toBe('{"$description":"int64 represented as base10 string","type":"string"}');
    expect(fieldSchema([1n], "encoded")).toBe(
      '{"$description":"int64","type":"object","properties":{"$integer":{"$description":"int64 -> little-endian -> base64","type":"string"}}}',
    );
    expect(fieldSchema([1n], "export")).toBe('{"$description":"int64","type":"number"}');
    const bytes = Uint8Array.of(1);
    expect(fieldSchema([bytes])).toBe('{"$description":"base64 bytes","type":"string"}');
    for (const format of ["encoded", "export"] as const) {
      expect(fieldSchema([bytes], format)).toBe(
        '{"type":"object","$description":"base64 bytes","properties":{"$bytes":{"type":"string"}}}',
      );
    }
  });

  it("lists the kinds of a union in the deployment's order, whatever came first", () => {
    const values = [["x"], { a: 1 }, Uint8Array.of(1), "x y", true, 1, 1n, null];
    const kinds =
      '[{"type":"null"},{"$description":"int64 represented as base10 string","type":"string"},{"type":"number"},{"type":"boolean"},{"type":"string"},{"$description":"base64 bytes","type":"string"},{"type":"object","properties":{"a":{"type":"number"}},"additionalProperties":false,"required":["a"]},{"type":"array","items":{"type":"string"}}]';
    expect(fieldSchema(values)).toBe(`{"anyOf":${kinds}}`);
    expect(fieldSchema(values.toReversed())).toBe(`{"anyOf":${kinds}}`);
  });

  it("merges objects, and requires only the fields that all of them have", () => {
    expect(fieldSchema([{ b: 1, a: 1 }, { a: "x" }])).toBe(
      '{"type":"object","properties":{"a":{"anyOf":[{"type":"number"},{"type":"string"}]},"b":{"type":"number"}},"additionalProperties":false,"required":["a"]}',
    );
  });

  it("sorts properties by their bytes", () => {
    const shape = inferShape([{ b: 1, _id: 1, Z: 1 }], tableName);
    expect(Object.keys((shapeToSchema(shape, "clean") as JsonObject)["properties"] as JsonObject)).toEqual([
      "Z",
      "_id",
      "b",
    ]);
  });

  it("stops telling ids from names when there are more than sixteen of them", () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `name${at}`);
    expect(fieldSchema([users, ...names(15)])).toContain("Id(users)");
    expect(fieldSchema([users, ...names(16)])).toBe('{"type":"string"}');
  });

  it("keeps many ids of one table apart from plain strings", () => {
    const ids = Array.from({ length: 100 }, (_, at) =>
      encodeDocumentId({ tableNumber: 10001, internalId: new Uint8Array(16).fill(at) }),
    );
    expect(fieldSchema([null, ...ids])).toBe(
      '{"anyOf":[{"$description":"Id(users)","type":"string"},{"type":"null"}]}',
    );
  });
});

describe("the schema of what was declared", () => {
  it.each<[ValidatorJson, string]>([
    [
      { type: "number" },
      '{"$description":"float64","anyOf":[{"type":"number"},{"type":"string","$description":"-inf, inf, or NaN"}]}',
    ],
    [{ type: "any" }, "{}"],
    [{ type: "literal", value: "a" }, '{"type":"string"}'],
    [{ type: "literal", value: true }, '{"type":"boolean"}'],
    [
      { type: "literal", value: { $integer: "AQAAAAAAAAA=" } },
      '{"$description":"int64 represented as base10 string","type":"string"}',
    ],
    [
      { type: "literal", value: 1 },
      '{"$description":"float64","anyOf":[{"type":"number"},{"type":"string","$description":"-inf, inf, or NaN"}]}',
    ],
    [{ type: "commitTs" }, '{"$description":"int64 represented as base10 string","type":"string"}'],
    [
      {
        type: "record",
        keys: { type: "string" },
        values: { fieldType: { type: "boolean" }, optional: false },
      },
      '{"type":"object","$description":"Record with keys of type v.string()","additionalProperties":{"type":{"type":"boolean"}}}',
    ],
    [
      { type: "union", value: [{ type: "string" }, { type: "null" }] },
      '{"anyOf":[{"type":"string"},{"type":"null"}]}',
    ],
  ])("of %j", (validator, schema) => {
    expect(declaredSchema(validator)).toBe(schema);
  });
});

it("cannot infer more than 64 fields", () => {
  const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, 1]));
  expect(inferShape([wide(64)], tableName).kind).toBe("object");
  expect(inferShape([wide(65)], tableName).kind).toBe("any");
  expect(inferShape([wide(64), { other: 1 }], tableName).kind).toBe("any");
});
