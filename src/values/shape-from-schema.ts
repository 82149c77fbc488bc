import { isObject, type Json, type JsonObject } from "./json.ts";
import { parseShapeText } from "./parse-shape-text.ts";
import type { ObjectField, Shape } from "./shape.ts";
import { unionOf } from "./union-of.ts";

const recordDescription = /^Record with keys of type (.*)$/s;
const idDescription = /^Id\((.*)\)$/s;

/**
 * Reads a schema that `json_schemas` gave, in any format. It never refuses: what it does not know is `any`,
 * and the deployment's odd forms (records whose `type` is an object, `items: false`) are understood.
 *
 * HTTP API: json_schemas
 */
export function shapeFromSchema(schema: Json | undefined): Shape {
  if (schema === false) return { kind: "never" };
  if (!isObject(schema)) return { kind: "any" };
  const description = typeof schema["$description"] === "string" ? schema["$description"] : "";
  if (description === "float64") return { kind: "number", special: true };
  if (Array.isArray(schema["anyOf"])) {
    return unionOf((schema["anyOf"] as readonly Json[]).map(shapeFromSchema));
  }
  const { type } = schema as { type?: Json };
  if (Array.isArray(type)) {
    return unionOf((type as readonly Json[]).map((one) => shapeOfType(one, schema, description)));
  }
  return shapeOfType(type, schema, description);
}

function shapeOfType(type: Json | undefined, schema: JsonObject, description: string): Shape {
  switch (type) {
    case "string":
      return stringShape(description);
    case "number":
      return description === "int64" ? { kind: "int64" } : { kind: "number", special: false };
    case "integer":
      return { kind: "int64" };
    case "boolean":
    case "null":
      return { kind: type };
    case "array":
      return { kind: "array", element: shapeFromSchema(schema["items"]) };
    case "object":
      return objectShape(schema, description);
    default:
      return isObject(schema["properties"]) ? objectShape(schema, description) : { kind: "any" };
  }
}

function stringShape(description: string): Shape {
  const table = idDescription.exec(description)?.[1];
  if (table !== undefined) return { kind: "id", table };
  if (description.startsWith("int64")) return { kind: "int64" };
  return { kind: description === "base64 bytes" ? "bytes" : "string" };
}

function objectShape(schema: JsonObject, description: string): Shape {
  const properties = isObject(schema["properties"]) ? schema["properties"] : undefined;
  const names = Object.keys(properties ?? {});
  if (names.length === 1) {
    if (names[0] === "$integer") return { kind: "int64" };
    if (names[0] === "$bytes") return { kind: "bytes" };
    if (names[0] === "$float") return { kind: "number", special: true };
  }
  const keys = recordDescription.exec(description)?.[1];
  const rest = schema["additionalProperties"];
  if (keys !== undefined || (properties === undefined && rest !== undefined && rest !== false)) {
    return {
      kind: "record",
      keys: keys === undefined ? { kind: "string" } : parseShapeText(keys),
      values: recordValues(rest),
    };
  }
  const required = Array.isArray(schema["required"]) ? (schema["required"] as readonly Json[]) : [];
  const fields = names.map((name): ObjectField => ({
    name,
    shape: shapeFromSchema(properties?.[name]),
    optional: !required.includes(name),
  }));
  return { kind: "object", fields };
}

/** A deployment puts the whole schema of the values where the name of their type belongs. */
function recordValues(rest: Json | undefined): Shape {
  const inner = isObject(rest) ? rest["type"] : undefined;
  return shapeFromSchema(isObject(inner) || inner === false ? inner : rest);
}
