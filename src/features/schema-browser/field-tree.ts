import type { Shape } from "#values/shape.ts";
import { typeText } from "./type-parts.ts";

/** A field, or something inside one: the element of an array, the values of a record, one of several types. */
export interface FieldNode {
  /** Unique in its table: `sla.pausedAt`, `tags[]`, `owner|2`. */
  readonly id: string;
  readonly name: string;
  readonly kind: "field" | "element" | "values" | "member";
  readonly shape: Shape;
  /** Whether some documents (or objects) lack it. */
  readonly optional: boolean;
  readonly children: readonly FieldNode[];
}

/** The fields of a table's documents: the system fields first, the others in the order of their names. */
export function fieldTree(shape: Shape): readonly FieldNode[] {
  const nodes = childrenOf(shape, "");
  const isSystem = (node: FieldNode) => node.kind === "field" && node.name.startsWith("_");
  return [...nodes.filter(isSystem).toSorted(idFirst), ...nodes.filter((node) => !isSystem(node))];
}

function idFirst(a: FieldNode, b: FieldNode): number {
  return Number(b.name === "_id") - Number(a.name === "_id");
}

function childrenOf(shape: Shape, path: string): readonly FieldNode[] {
  switch (shape.kind) {
    case "object":
      return shape.fields.map(({ name, shape: field, optional }) => {
        return node(fieldId(path, name), name, "field", field, optional);
      });
    case "array":
      return shape.element.kind === "never"
        ? []
        : [node(`${path}[]`, "[ ]", "element", shape.element, false)];
    case "record":
      return [node(`${path}{}`, "[key]", "values", shape.values, false)];
    case "union":
      // Types without an inside are all told on the line of the field itself.
      return shape.members.some(hasInside)
        ? shape.members.map((member, index) => node(`${path}|${index + 1}`, "or", "member", member, false))
        : [];
    default:
      return [];
  }
}

function fieldId(path: string, name: string): string {
  // A name with dots in it must not look like a path of others.
  if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

function node(id: string, name: string, kind: FieldNode["kind"], shape: Shape, optional: boolean): FieldNode {
  return { id, name, kind, shape, optional, children: childrenOf(shape, id) };
}

function hasInside(shape: Shape): boolean {
  return shape.kind === "object" || shape.kind === "array" || shape.kind === "record";
}

/** Whether a node is open before anybody has opened or closed it: where it leads to fields. */
export function isOpenAtFirst(field: FieldNode): boolean {
  return field.children.some((child) => child.kind === "field" || isOpenAtFirst(child));
}

/** Whether the letters of a search occur in a field's name or type; an empty search is in everything. */
export function matchesField(field: FieldNode, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return (
    wanted === "" ||
    (field.kind === "field" && field.name.toLowerCase().includes(wanted)) ||
    typeText(field.shape).toLowerCase().includes(wanted)
  );
}

/** How many fields of a tree a search finds, at any depth. */
export function countMatches(fields: readonly FieldNode[], search: string): number {
  return fields.reduce(
    (sum, field) =>
      sum +
      (field.kind === "field" && matchesField(field, search) ? 1 : 0) +
      countMatches(field.children, search),
    0,
  );
}
