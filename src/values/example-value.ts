import type { ConvexValue } from "./convex-value.ts";
import type { Shape } from "./shape.ts";

/**
 * A value of a shape to begin writing from: empty texts and lists, zeros, and only the fields that an object
 * must have. An id is an empty string, because no real one can be known.
 */
export function exampleValue(shape: Shape): ConvexValue {
  switch (shape.kind) {
    case "string":
    case "id":
      return "";
    case "number":
      return 0;
    case "int64":
      return 0n;
    case "boolean":
      return false;
    case "bytes":
      return new Uint8Array();
    case "literal":
      return shape.value;
    case "array":
      return [];
    case "record":
      return {};
    case "object":
      return Object.fromEntries(
        shape.fields
          .filter((field) => !field.optional)
          .map(({ name, shape: field }) => [name, exampleValue(field)]),
      );
    case "union": {
      const [first] = shape.members;
      return first === undefined ? null : exampleValue(first);
    }
    case "any":
    case "never":
    case "null":
      return null;
  }
}
