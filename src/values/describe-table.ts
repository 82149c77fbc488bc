import type { ValueFormat } from "./convex-value.ts";
import { isObject, type JsonObject } from "./json.ts";
import { objectSchema } from "./shape-to-schema.ts";
import type { ObjectField, Shape } from "./shape.ts";
import { shapeFromValidator, type ValidatorJson } from "./validator.ts";

/** Why a table cannot be described: the code and sentence with which the whole call is refused. */
export class ExportSchemaError extends Error {
  override readonly name = "ExportSchemaError";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a deployment's declared schema says of a table. */
export type Declaration =
  | { readonly kind: "no-schema" }
  | { readonly kind: "not-declared" }
  | { readonly kind: "declared"; readonly documentType: ValidatorJson };

export interface TableDescription {
  readonly table: string;
  /** The shape inferred from all documents with their system fields; `never` when there are none. */
  readonly inferred: Shape;
  readonly declaration: Declaration;
  readonly format: ValueFormat;
  /** Whether the fields that only deltas have are described too. */
  readonly deltaSchema: boolean;
}

const deltaProperties: JsonObject = {
  _table: { type: "string" },
  _component: { type: "string" },
  _ts: { type: "integer" },
  _deleted: { type: "boolean" },
};

/**
 * One table of the answer of `json_schemas`.
 *
 * HTTP API: json_schemas
 * @throws {ExportSchemaError} when neither the documents nor the declared schema tell the fields
 */
export function describeTable(description: TableDescription): JsonObject {
  const { table, format, deltaSchema } = description;
  const schema = objectSchema(fieldsOf(description), format);
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  return {
    ...schema,
    properties: deltaSchema ? { ...properties, ...deltaProperties } : properties,
    $schema: "http://json-schema.org/draft-07/schema#",
  };

  function fieldsOf({ inferred, declaration }: TableDescription): readonly ObjectField[] {
    // An empty table hides its declared fields: nothing in it would have them.
    if (inferred.kind === "never") return systemFields(table);
    return inferred.kind === "object" ? inferred.fields : declaredFields(table, declaration);
  }
}

function systemFields(table: string): ObjectField[] {
  return [
    { name: "_creationTime", shape: { kind: "number", special: false }, optional: false },
    { name: "_id", shape: { kind: "id", table }, optional: false },
  ];
}

function declaredFields(table: string, declaration: Declaration): readonly ObjectField[] {
  if (declaration.kind === "no-schema") {
    throw new ExportSchemaError(
      "NoSchemaForExport",
      "There is no active schema, which is needed for streaming export.",
    );
  }
  if (declaration.kind === "not-declared") {
    throw new ExportSchemaError(
      "NoTableDefinitionForExport",
      `The table "${table}" does not have a schema, which is needed for streaming export.`,
    );
  }
  const { documentType } = declaration;
  if (documentType.type === "any") return systemFields(table);
  const variants = documentType.type === "union" ? documentType.value : [documentType];
  const [only] = variants;
  if (variants.length !== 1 || only?.type !== "object") {
    throw new ExportSchemaError(
      "UnsupportedSchemaForExport",
      `Schema for table "${table}" contains a union of object types, which is unsupported for streaming export`,
    );
  }
  refuseUnionsOfObjects(only);
  const shape = shapeFromValidator(only);
  return [...systemFields(table), ...(shape.kind === "object" ? shape.fields : [])];
}

function refuseUnionsOfObjects(validator: ValidatorJson): void {
  switch (validator.type) {
    case "array":
      return refuseUnionsOfObjects(validator.value);
    case "object":
      for (const { fieldType } of Object.values(validator.value)) refuseUnionsOfObjects(fieldType);
      return;
    case "union":
      if (validator.value.filter((member) => member.type === "object").length > 1) {
        throw new ExportSchemaError(
          "UnsupportedSchemaForExport",
          "Schema contains a union of objects, which is not supported for export",
        );
      }
      validator.value.forEach(refuseUnionsOfObjects);
      return;
    default:
  }
}
