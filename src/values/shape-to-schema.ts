import { compareStrings } from "./compare-strings.ts";
import type { ValueFormat } from "./convex-value.ts";
import type { Json, JsonObject } from "./json.ts";
import { shapeText } from "./shape-text.ts";
import type { ObjectField, Shape } from "./shape.ts";

/**
 * A shape as the JSON Schema that `json_schemas` gives for values of a format. A record comes out as the
 * deployment writes it, with an object where JSON Schema wants the name of a type.
 *
 * HTTP API: json_schemas
 */
export function shapeToSchema(shape: Shape, format: ValueFormat): Json {
  switch (shape.kind) {
    case "any":
      return {};
    case "never":
      return false;
    case "id":
      return { $description: `Id(${shape.table})`, type: "string" };
    case "null":
    case "boolean":
    case "string":
      return { type: shape.kind };
    case "number":
      return numberSchema(shape.special, format);
    case "int64":
      return int64Schema(format);
    case "bytes":
      return bytesSchema(format);
    case "literal":
      return literalSchema(shape.value, format);
    case "array":
      return { type: "array", items: shapeToSchema(shape.element, format) };
    case "object":
      return objectSchema(shape.fields, format);
    case "record":
      return {
        type: "object",
        $description: `Record with keys of type ${shapeText(shape.keys)}`,
        additionalProperties: { type: shapeToSchema(shape.values, format) },
      };
    case "union":
      return { anyOf: shape.members.map((member) => shapeToSchema(member, format)) };
  }
}

/** The schema of an object, its properties in the order of their bytes. */
export function objectSchema(fields: readonly ObjectField[], format: ValueFormat): JsonObject {
  const sorted = [...fields].sort((left, right) => compareStrings(left.name, right.name));
  return {
    type: "object",
    properties: Object.fromEntries(sorted.map(({ name, shape }) => [name, shapeToSchema(shape, format)])),
    additionalProperties: false,
    required: sorted.filter((field) => !field.optional).map((field) => field.name),
  };
}

function literalSchema(value: string | number | bigint | boolean, format: ValueFormat): Json {
  switch (typeof value) {
    case "number":
      return numberSchema(true, format);
    case "bigint":
      return int64Schema(format);
    default:
      return { type: typeof value };
  }
}

function numberSchema(special: boolean, format: ValueFormat): JsonObject {
  if (!special) return { type: "number" };
  return { $description: "float64", anyOf: [{ type: "number" }, specialSchema(format)] };
}

function specialSchema(format: ValueFormat): JsonObject {
  if (format === "clean") return { type: "string", $description: "-inf, inf, or NaN" };
  return {
    type: "object",
    $description: format === "encoded" ? "-0, -inf, inf, or NaN" : "-inf, inf, or NaN",
    properties: { $float: { $description: "float64 -> little-endian -> base64", type: "string" } },
  };
}

function int64Schema(format: ValueFormat): JsonObject {
  switch (format) {
    case "clean":
      return { $description: "int64 represented as base10 string", type: "string" };
    case "encoded":
      return {
        $description: "int64",
        type: "object",
        properties: { $integer: { $description: "int64 -> little-endian -> base64", type: "string" } },
      };
    case "export":
      return { $description: "int64", type: "number" };
  }
}

function bytesSchema(format: ValueFormat): JsonObject {
  if (format === "clean") return { $description: "base64 bytes", type: "string" };
  return { type: "object", $description: "base64 bytes", properties: { $bytes: { type: "string" } } };
}
