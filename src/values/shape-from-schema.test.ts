import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, parseJson } from "#values/json.ts";
import { parseShapeText } from "#values/parse-shape-text.ts";
import { shapeFromSchema } from "#values/shape-from-schema.ts";
import { shapeText } from "#values/shape-text.ts";
import { shapeToSchema } from "#values/shape-to-schema.ts";
import type { Shape } from "#values/shape.ts";
import { unionOf } from "#values/union-of.ts";

/** Shapes that a deployment can describe: the schema of a literal is that of its type. */
const { shape: describable } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Shape>(
      { kind: "string" },
      { kind: "int64" },
      { kind: "bytes" },
      { kind: "boolean" },
      { kind: "null" },
      { kind: "any" },
      { kind: "number", special: true },
      { kind: "number", special: false },
      { kind: "id", table: "users" },
      { kind: "id", table: "_storage" },
    ),
    fc
      .oneof(tie("shape"), fc.constant<Shape>({ kind: "never" }))
      .map((element): Shape => ({ kind: "array", element })),
    fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), tie("shape"), fc.boolean()), {
        selector: ([name]) => name,
      })
      .map((fields): Shape => ({
        kind: "object",
        fields: fields
          .map(([name, shape, optional]) => ({ name, shape, optional }))
          .sort((left, right) => (left.name < right.name ? -1 : 1)),
      })),
    fc
      .tuple(
        fc.constantFrom<Shape>(
          { kind: "string" },
          { kind: "id", table: "users" },
          {
            kind: "union",
            members: [
              { kind: "literal", value: 'a"b' },
              { kind: "id", table: "t" },
            ],
          },
        ),
        tie("shape"),
      )
      .map(([keys, values]): Shape => ({ kind: "record", keys, values })),
    fc.array(tie("shape"), { minLength: 2, maxLength: 4 }).map(unionOf),
  ),
}));

it("reads back every shape from its schema, in every format", () => {
  fc.assert(
    fc.property(describable, fc.constantFrom("clean", "encoded", "export"), (shape, format) => {
      expect(shapeFromSchema(shapeToSchema(shape, format))).toEqual(shape);
    }),
    { numRuns: 1_000 },
  );
});

it("never refuses, whatever a schema may be", () => {
  const word = fc.constantFrom(
    "type",
    "anyOf",
    "items",
    "properties",
    "required",
    "$description",
    "additionalProperties",
  );
  const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>(
        null,
        true,
        false,
        1,
        "object",
        "string",
        "array",
        "float64",
        "Record with keys of type v.x(",
        5n,
      ),
      fc.array(tie("schema")),
      fc.dictionary(word, tie("schema")),
    ),
  }));
  fc.assert(
    fc.property(schema, (json) => {
      expect(typeof shapeFromSchema(json).kind).toBe("string");
    }),
    { numRuns: 2_000 },
  );
});

describe("odd forms", () => {
  it.each<[string, Shape]>([
    ["{}", { kind: "any" }],
    ["true", { kind: "any" }],
    ["false", { kind: "never" }],
    ['{"type":"array","items":false}', { kind: "array", element: { kind: "never" } }],
    ['{"type":"array"}', { kind: "array", element: { kind: "any" } }],
    ['{"type":"integer"}', { kind: "int64" }],
    ['{"type":["string","null"]}', { kind: "union", members: [{ kind: "string" }, { kind: "null" }] }],
    ['{"anyOf":[{"type":"null"}]}', { kind: "null" }],
    [
      '{"type":"object","properties":{"a":{"type":"string"}}}',
      { kind: "object", fields: [{ name: "a", shape: { kind: "string" }, optional: true }] },
    ],
    [
      '{"type":"object","additionalProperties":{"type":"number"}}',
      { kind: "record", keys: { kind: "string" }, values: { kind: "number", special: false } },
    ],
    [
      '{"type":"object","$description":"Record with keys of type v.id(\\"users\\")","additionalProperties":{"type":{"type":"boolean"}}}',
      { kind: "record", keys: { kind: "id", table: "users" }, values: { kind: "boolean" } },
    ],
    [
      '{"type":"object","$description":"Record with keys of type v.string()","additionalProperties":{"type":{}}}',
      { kind: "record", keys: { kind: "string" }, values: { kind: "any" } },
    ],
  ])("reads %s", (text, shape) => {
    expect(shapeFromSchema(parseJson(text))).toEqual(shape);
  });
});

it("reads the keys of a record as Convex writes them", () => {
  const keys: Shape = {
    kind: "union",
    members: [{ kind: "string" }, { kind: "literal", value: "a, b" }, { kind: "id", table: "users" }],
  };
  expect(parseShapeText(shapeText(keys))).toEqual(keys);
  for (const text of ["", "v.string", "v.string(", "v.id()", "v.union(v.string() v.string())", "nonsense"]) {
    expect(parseShapeText(text)).toEqual({ kind: "any" });
  }
});
