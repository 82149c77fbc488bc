import { v } from "convex/values";
import { describe, expect, it } from "vitest";
import { argumentSchema } from "#values/argument-schema.ts";
import { exampleValue } from "#values/example-value.ts";
import { type Json, parseJson, printJson } from "#values/json.ts";
import { shapeText } from "#values/shape-text.ts";
import { isValidatorJson, shapeFromValidator, type ValidatorJson } from "#values/validator.ts";

/** A validator as the convex package exports it. */
function exported(validator: object): ValidatorJson {
  const { json } = validator as { json: Json };
  const read = parseJson(printJson(json));
  if (!isValidatorJson(read)) throw new Error(`no validator: ${printJson(json)}`);
  return read;
}

const everything = v.object({
  text: v.string(),
  count: v.number(),
  big: v.int64(),
  flag: v.boolean(),
  nothing: v.null(),
  data: v.bytes(),
  user: v.id("users"),
  maybe: v.optional(v.array(v.any())),
  kind: v.union(v.literal("a"), v.literal(2), v.literal(3n), v.literal(true)),
  counts: v.record(v.string(), v.number()),
});

describe("shapeFromValidator", () => {
  it("reads every validator of the convex package", () => {
    expect(shapeText(shapeFromValidator(exported(everything)))).toBe(
      'v.object({ big: v.int64(), count: v.number(), counts: v.record(v.string(), v.number()), data: v.bytes(), flag: v.boolean(), kind: v.union(v.literal("a"), v.literal(2), v.literal(3n), v.literal(true)), maybe: v.optional(v.array(v.any())), nothing: v.null(), text: v.string(), user: v.id("users") })',
    );
  });
});

describe("isValidatorJson", () => {
  it.each<Json>([
    null,
    "string",
    {},
    { type: "float" },
    { type: "id" },
    { type: "array" },
    { type: "union", value: [1] },
    { type: "object", value: { a: {} } },
  ])("refuses %j", (json) => {
    expect(isValidatorJson(json)).toBe(false);
  });
});

describe("exampleValue", () => {
  it("fills what must be there and leaves out the rest", () => {
    expect(exampleValue(shapeFromValidator(exported(everything)))).toEqual({
      text: "",
      count: 0,
      big: 0n,
      flag: false,
      nothing: null,
      data: new Uint8Array(),
      user: "",
      kind: "a",
      counts: {},
    });
  });
});

describe("argumentSchema", () => {
  it("requires what is not optional and describes each field as Convex writes it", () => {
    const validator = v.object({
      author: v.id("users"),
      body: v.string(),
      tags: v.optional(v.array(v.string())),
    });
    expect(argumentSchema(shapeFromValidator(exported(validator)))).toEqual({
      type: "object",
      properties: {
        author: { type: "string", description: 'Id of a document of table "users"' },
        body: { type: "string", description: "v.string()" },
        tags: { type: "array", description: "v.array(v.string())", items: { type: "string" } },
      },
      required: ["author", "body"],
      additionalProperties: false,
    });
  });

  it("asks for Int64 and bytes in their wrappers", () => {
    expect(argumentSchema({ kind: "int64" })).toMatchObject({ required: ["$integer"] });
    expect(argumentSchema({ kind: "bytes" })).toMatchObject({ required: ["$bytes"] });
    expect(argumentSchema({ kind: "literal", value: 3n })).toMatchObject({
      enum: [{ $integer: "AwAAAAAAAAA=" }],
    });
    expect(argumentSchema({ kind: "literal", value: "a" })).toEqual({ enum: ["a"] });
  });
});
