import { encodeBase64 } from "./base64.ts";
import type { Shape } from "./shape.ts";

/** A shape as Convex writes a validator: `v.array(v.id("users"))`. */
export function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case "number":
      return "v.number()";
    case "id":
      return `v.id(${JSON.stringify(shape.table)})`;
    case "literal":
      return `v.literal(${literalText(shape.value)})`;
    case "array":
      return `v.array(${shapeText(shape.element)})`;
    case "object": {
      const fields = shape.fields.map(({ name, shape: field, optional }) => {
        const text = optional ? `v.optional(${shapeText(field)})` : shapeText(field);
        return `${keyText(name)}: ${text}`;
      });
      return fields.length === 0 ? "v.object({})" : `v.object({ ${fields.join(", ")} })`;
    }
    case "record":
      return `v.record(${shapeText(shape.keys)}, ${shapeText(shape.values)})`;
    case "union":
      return `v.union(${shape.members.map(shapeText).join(", ")})`;
    case "never":
      return "v.union()";
    default:
      return `v.${shape.kind}()`;
  }
}

function literalText(value: string | number | bigint | boolean): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "bigint" ? `${value}n` : String(value);
}

/** A key of an object literal: in quotes where it is no plain name. */
export function keyText(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Bytes as validation errors print them: `b"aGk="`. */
export function bytesText(bytes: Uint8Array): string {
  return `b"${encodeBase64(bytes)}"`;
}
