/**
 * The type of some values, as a small tree.
 *
 * `number.special` tells whether NaN, the infinities or -0 may occur. `any` stands for "nothing is known",
 * `never` for "nothing was seen", as in an array that was always empty.
 */
export type Shape =
  | { readonly kind: "string" | "int64" | "bytes" | "boolean" | "null" | "any" | "never" }
  | { readonly kind: "number"; readonly special: boolean }
  | { readonly kind: "id"; readonly table: string }
  | { readonly kind: "literal"; readonly value: string | number | bigint | boolean }
  | { readonly kind: "array"; readonly element: Shape }
  | { readonly kind: "object"; readonly fields: readonly ObjectField[] }
  | { readonly kind: "record"; readonly keys: Shape; readonly values: Shape }
  | { readonly kind: "union"; readonly members: readonly Shape[] };

export interface ObjectField {
  readonly name: string;
  readonly shape: Shape;
  /** Whether some objects lack the field. */
  readonly optional: boolean;
}
