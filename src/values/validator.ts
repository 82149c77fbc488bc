import { compareStrings } from "./compare-strings.ts";
import { decodeValue, ValueError } from "./convex-value.ts";
import { isObject, type Json } from "./json.ts";
import type { ObjectField, Shape } from "./shape.ts";
import { unionOf } from "./union-of.ts";

/** A validator as functions and schemas state it: what `v.…` exports. */
export type ValidatorJson =
  | { readonly type: "null" | "number" | "bigint" | "commitTs" | "boolean" | "string" | "bytes" | "any" }
  | { readonly type: "literal"; readonly value: Json }
  | { readonly type: "id"; readonly tableName: string }
  | { readonly type: "array"; readonly value: ValidatorJson }
  | { readonly type: "object"; readonly value: { readonly [field: string]: FieldValidatorJson } }
  | { readonly type: "record"; readonly keys: ValidatorJson; readonly values: FieldValidatorJson }
  | { readonly type: "union"; readonly value: readonly ValidatorJson[] };

export interface FieldValidatorJson {
  readonly fieldType: ValidatorJson;
  readonly optional: boolean;
}

const plainTypes = ["null", "number", "bigint", "commitTs", "boolean", "string", "bytes", "any"];

/** Recognises a validator, so that whatever a deployment sends can be looked at safely. */
export function isValidatorJson(json: Json | undefined): json is Json & ValidatorJson {
  if (!isObject(json) || typeof json["type"] !== "string") return false;
  const { type, value } = json as { type: string; value?: Json };
  switch (type) {
    case "literal":
      return value !== undefined;
    case "id":
      return typeof json["tableName"] === "string";
    case "array":
      return isValidatorJson(value);
    case "object":
      return isObject(value) && Object.values(value).every(isFieldValidator);
    case "record":
      return isValidatorJson(json["keys"]) && isFieldValidator(json["values"]);
    case "union":
      return Array.isArray(value) && (value as readonly Json[]).every(isValidatorJson);
    default:
      return plainTypes.includes(type);
  }
}

function isFieldValidator(json: Json | undefined): boolean {
  return isObject(json) && isValidatorJson(json["fieldType"]);
}

/** The shape of the values that a validator accepts. */
export function shapeFromValidator(validator: ValidatorJson): Shape {
  switch (validator.type) {
    case "number":
      return { kind: "number", special: true };
    case "bigint":
    case "commitTs":
      return { kind: "int64" };
    case "literal":
      return literalShape(validator.value);
    case "id":
      return { kind: "id", table: validator.tableName };
    case "array":
      return { kind: "array", element: shapeFromValidator(validator.value) };
    case "object":
      return { kind: "object", fields: fieldsOf(validator.value) };
    case "record":
      return {
        kind: "record",
        keys: shapeFromValidator(validator.keys),
        values: shapeFromValidator(validator.values.fieldType),
      };
    case "union":
      return unionOf(validator.value.map(shapeFromValidator));
    default:
      return { kind: validator.type };
  }
}

function fieldsOf(fields: { readonly [field: string]: FieldValidatorJson }): ObjectField[] {
  return Object.entries(fields)
    .map(([name, field]) => ({
      name,
      shape: shapeFromValidator(field.fieldType),
      optional: field.optional === true,
    }))
    .sort((left, right) => compareStrings(left.name, right.name));
}

function literalShape(json: Json): Shape {
  try {
    const value = decodeValue(json);
    if (typeof value !== "object") return { kind: "literal", value };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
  }
  return { kind: "any" };
}
