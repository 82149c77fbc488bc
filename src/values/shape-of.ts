import type { ConvexValue } from "./convex-value.ts";
import { ShapeInference, type TableName } from "./infer-shape.ts";
import type { Shape } from "./shape.ts";

/** The shape that some values have in common; ids are plain strings unless their tables can be named. */
export function shapeOf(values: Iterable<ConvexValue>, tableName: TableName = () => undefined): Shape {
  const inference = new ShapeInference();
  for (const value of values) inference.add(value);
  return inference.shape(tableName);
}
