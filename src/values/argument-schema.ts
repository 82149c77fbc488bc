import { encodeValue } from "./convex-value.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { shapeText } from "./shape-text.ts";
import type { ObjectField, Shape } from "./shape.ts";

/**
 * A JSON Schema (draft 7) for writing values of a shape by hand, as an editor checks and completes them: in the
 * encoded format, because that is the one in which arguments are read.
 */
export function argumentSchema(shape: Shape): Json {
  switch (shape.kind) {
    case "any":
      return {};
    case "never":
      return false;
    case "null":
    case "boolean":
    case "string":
      return { type: shape.kind };
    case "number":
      return { anyOf: [{ type: "number" }, wrapper("$float", "NaN, an infinity or -0: 8 bytes in base64")] };
    case "int64":
      return wrapper("$integer", "A 64-bit integer: 8 bytes, little-endian, in base64");
    case "bytes":
      return wrapper("$bytes", "Bytes in base64");
    case "id":
      return { type: "string", description: `Id of a document of table "${shape.table}"` };
    case "literal": {
      const value = encodeValue(shape.value, "encoded");
      // An editor compares constants as plain text, so an integer's wrapper is spelt out.
      return isObject(value)
        ? { ...wrapper("$integer", String(shape.value)), enum: [value] }
        : { enum: [value] };
    }
    case "array":
      return { type: "array", items: argumentSchema(shape.element) };
    case "object":
      return objectArgumentSchema(shape.fields);
    case "record":
      return { type: "object", additionalProperties: argumentSchema(shape.values) };
    case "union":
      return { anyOf: shape.members.map(argumentSchema) };
  }
}

function objectArgumentSchema(fields: readonly ObjectField[]): JsonObject {
  const properties: [string, Json][] = fields.map(({ name, shape }) => {
    const schema = argumentSchema(shape);
    return [name, isObject(schema) ? { description: shapeText(shape), ...schema } : schema];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: fields.filter((field) => !field.optional).map((field) => field.name),
    additionalProperties: false,
  };
}

function wrapper(key: string, description: string): JsonObject {
  return {
    type: "object",
    description,
    properties: { [key]: { type: "string" } },
    required: [key],
    additionalProperties: false,
  };
}
