import { badRequest } from "#deployment/http/refusal.ts";
import type { Tablet } from "#deployment/store/catalogue.ts";
import type { DeclaredSchema } from "#deployment/store/declared-schema.ts";
import type { ObjectField, Shape } from "#values/shape.ts";
import { shapeFromValidator } from "#values/validator.ts";
import { inferredObject, type TableNames } from "./inferred-shape.ts";

/**
 * The fields of a table as streaming export describes them: of an empty table only the system's, whatever is declared;
 * else what the documents show; and where they are too varied for that, what is declared. Throws when nothing is.
 */
export function tableFields(
  tablet: Tablet,
  declared: DeclaredSchema | undefined,
  tables: TableNames,
): readonly ObjectField[] {
  const system = systemFields(tablet.name);
  const documents = tablet.summary.object;
  if (documents === undefined) return system;
  const shape = inferredObject(documents, tables) ?? declaredShape(tablet.name, declared);
  return shape === undefined ? system : [...system, ...shape.fields];
}

function systemFields(table: string): ObjectField[] {
  return [
    { name: "_creationTime", shape: { kind: "number", special: false }, optional: false },
    { name: "_id", shape: { kind: "id", table }, optional: false },
  ];
}

function declaredShape(
  table: string,
  declared: DeclaredSchema | undefined,
): (Shape & { kind: "object" }) | undefined {
  if (declared === undefined) {
    throw badRequest("NoSchemaForExport", "There is no active schema, which is needed for streaming export.");
  }
  const definition = declared.tables.find(({ name }) => name === table);
  if (definition === undefined) {
    throw badRequest(
      "NoTableDefinitionForExport",
      `The table "${table}" does not have a schema, which is needed for streaming export.`,
    );
  }
  const shape: Shape =
    definition.documentType === null ? { kind: "any" } : shapeFromValidator(definition.documentType);
  if (shape.kind === "any") return undefined;
  if (shape.kind === "object") {
    if (hasUnionOfObjects(shape)) {
      throw badRequest(
        "UnsupportedSchemaForExport",
        "Schema contains a union of objects, which is not supported for export",
      );
    }
    return shape;
  }
  throw badRequest(
    "UnsupportedSchemaForExport",
    `Schema for table "${table}" contains a union of object types, which is unsupported for streaming export`,
  );
}

/** Records are not looked into: the server does not either. */
function hasUnionOfObjects(shape: Shape): boolean {
  switch (shape.kind) {
    case "array":
      return hasUnionOfObjects(shape.element);
    case "object":
      return shape.fields.some((field) => hasUnionOfObjects(field.shape));
    case "union":
      return (
        shape.members.filter((member) => member.kind === "object").length > 1 ||
        shape.members.some(hasUnionOfObjects)
      );
    default:
      return false;
  }
}
