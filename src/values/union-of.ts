import type { Shape } from "./shape.ts";

/** One shape for several, in their order: unions within become members, and one member needs no union. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const members = shapes.flatMap((shape) => (shape.kind === "union" ? shape.members : [shape]));
  const [only] = members;
  if (only === undefined) return { kind: "never" };
  return members.length === 1 ? only : { kind: "union", members };
}
