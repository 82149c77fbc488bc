import { expect, it } from "vitest";
import { encodeDocumentId } from "#values/document-id.ts";
import { shapeOf } from "#values/shape-of.ts";

it("finds the shape that values have in common", () => {
  expect(shapeOf([{ a: 1 }, { a: 2n, b: [] }])).toEqual({
    kind: "object",
    fields: [
      {
        name: "a",
        shape: { kind: "union", members: [{ kind: "int64" }, { kind: "number", special: false }] },
        optional: false,
      },
      { name: "b", shape: { kind: "array", element: { kind: "never" } }, optional: true },
    ],
  });
  expect(shapeOf([])).toEqual({ kind: "never" });
});

it("takes ids for plain strings unless their table can be named", () => {
  const id = encodeDocumentId({ tableNumber: 10001, internalId: new Uint8Array(16) });
  expect(shapeOf([id])).toEqual({ kind: "string" });
  expect(shapeOf([id], () => "users")).toEqual({ kind: "id", table: "users" });
});
