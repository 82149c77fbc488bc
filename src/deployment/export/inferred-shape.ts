import type { CountedObject, CountedShape } from "#deployment/store/counted-shape.ts";
import type { Shape } from "#values/shape.ts";
import { unionOf } from "#values/union-of.ts";

/** The name of a table by its number, or undefined for one that is gone. */
export type TableNames = (number: number) => string | undefined;

/** The shape of the values that were counted. */
function inferredShape(counted: CountedShape, tables: TableNames): Shape {
  const { leaves } = counted;
  const members: Shape[] = [];
  const idTables = Object.keys(counted.ids).map((number) => tables(Number(number)));
  // Ids of a table that is gone are plain strings, and a plain string takes in every id that stands beside it.
  const hasString = leaves.string !== undefined || idTables.includes(undefined);
  for (const table of hasString ? [] : idTables) {
    if (table !== undefined) members.push({ kind: "id", table });
  }
  if (leaves.null !== undefined) members.push({ kind: "null" });
  if (leaves.int64 !== undefined) members.push({ kind: "int64" });
  if (leaves.float !== undefined || leaves.specialFloat !== undefined) {
    members.push({ kind: "number", special: leaves.specialFloat !== undefined });
  }
  if (leaves.boolean !== undefined) members.push({ kind: "boolean" });
  if (hasString) members.push({ kind: "string" });
  if (leaves.bytes !== undefined) members.push({ kind: "bytes" });
  if (counted.object !== undefined) members.push(inferredObject(counted.object, tables) ?? { kind: "any" });
  if (counted.array !== undefined) {
    members.push({ kind: "array", element: inferredShape(counted.array.element, tables) });
  }
  return members.length === 0 ? { kind: "never" } : unionOf(members);
}

/** The shape of counted objects, or undefined when they are too varied to have fields of their own. */
export function inferredObject(
  counted: CountedObject,
  tables: TableNames,
): (Shape & { kind: "object" }) | undefined {
  if (counted.isWide || counted.odd > 0) return undefined;
  const fields = Object.entries(counted.fields).map(([name, field]) => ({
    name,
    shape: inferredShape(field.shape, tables),
    optional: field.count < counted.count,
  }));
  return { kind: "object", fields };
}
