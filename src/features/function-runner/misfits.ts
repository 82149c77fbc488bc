import { isArray, isConvexObject, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";
import { keyText, shapeText } from "#values/shape-text.ts";
import type { ObjectField, Shape } from "#values/shape.ts";
import type { JsonPath } from "./json-places.ts";

/** What of a value its validator will not take. */
export interface Misfit {
  readonly path: JsonPath;
  /** In words, to stand after the path. */
  readonly sentence: string;
  /** Another value that would fit and says the same. */
  readonly instead?: ConvexValue;
}

/** Everything that keeps a value from fitting a shape, from its start to its end; nothing when it fits. */
export function misfits(shape: Shape, value: ConvexValue, path: JsonPath = []): readonly Misfit[] {
  switch (shape.kind) {
    case "any":
      return [];
    case "never":
      return [{ path, sentence: "Nothing is accepted here." }];
    case "array":
      if (!isArray(value)) return [wrongType(shape, value, path)];
      return value.flatMap((item, index) => misfits(shape.element, item, [...path, index]));
    case "object":
      return isConvexObject(value)
        ? objectMisfits(shape.fields, value, path)
        : [wrongType(shape, value, path)];
    case "record":
      if (!isConvexObject(value)) return [wrongType(shape, value, path)];
      return Object.entries(value).flatMap(([key, member]) => [
        ...misfits(shape.keys, key, [...path, key]),
        ...misfits(shape.values, member, [...path, key]),
      ]);
    case "union":
      return unionMisfits(shape, value, path);
    case "literal":
      return Object.is(shape.value, value)
        ? []
        : [{ path, sentence: `Only ${literalText(shape.value)} is accepted.` }];
    case "id":
      if (typeof value !== "string") return [wrongType(shape, value, path)];
      return isDocumentId(value)
        ? []
        : [{ path, sentence: `Not an id. An id of a document of ${shape.table} is expected.` }];
    default:
      return isOfKind(shape.kind, value) ? [] : [wrongType(shape, value, path)];
  }
}

function isOfKind(
  kind: "string" | "number" | "int64" | "bytes" | "boolean" | "null",
  value: ConvexValue,
): boolean {
  switch (kind) {
    case "int64":
      return typeof value === "bigint";
    case "bytes":
      return value instanceof Uint8Array;
    case "null":
      return value === null;
    default:
      return typeof value === kind;
  }
}

function objectMisfits(
  fields: readonly ObjectField[],
  value: ConvexObject,
  path: JsonPath,
): readonly Misfit[] {
  const missing = fields
    .filter((field) => !field.optional && !Object.hasOwn(value, field.name))
    .map((field) => ({
      path,
      sentence: `The field ${keyText(field.name)} is missing: ${shapeText(field.shape)}.`,
    }));
  const inside = Object.entries(value).flatMap(([name, member]) => {
    const field = fields.find((candidate) => candidate.name === name);
    const inner = [...path, name];
    return field === undefined
      ? [{ path: inner, sentence: "The validator has no such field." }]
      : misfits(field.shape, member, inner);
  });
  return [...missing, ...inside];
}

function unionMisfits(
  shape: Shape & { kind: "union" },
  value: ConvexValue,
  path: JsonPath,
): readonly Misfit[] {
  if (shape.members.some((member) => misfits(member, value).length === 0)) return [];
  // Of several objects the one that is nearest tells more than "none of them".
  const alike = shape.members
    .filter((member) => isAlike(member, value))
    .map((member) => misfits(member, value, path));
  const nearest = alike.toSorted((a, b) => a.length - b.length)[0];
  if (nearest !== undefined) return nearest;
  const literals = shape.members.flatMap((member) =>
    member.kind === "literal" ? [literalText(member.value)] : [],
  );
  if (literals.length === shape.members.length) {
    return [{ path, sentence: `Not one of the accepted values: ${literals.join(" | ")}.` }];
  }
  return [wrongType(shape, value, path)];
}

function isAlike(member: Shape, value: ConvexValue): boolean {
  return (
    ((member.kind === "object" || member.kind === "record") && isConvexObject(value)) ||
    (member.kind === "array" && isArray(value))
  );
}

function wrongType(shape: Shape, value: ConvexValue, path: JsonPath): Misfit {
  const sentence = `${shapeText(shape)} is expected, this is ${kindOf(value)}.`;
  const int64 = shape.kind === "int64" && typeof value === "number" && Number.isSafeInteger(value);
  return int64 ? { path, sentence, instead: BigInt(value) } : { path, sentence };
}

function kindOf(value: ConvexValue): string {
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "bytes";
  if (isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "bigint") return "an int64";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

function literalText(value: string | number | bigint | boolean): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "bigint" ? `${value}n` : String(value);
}
