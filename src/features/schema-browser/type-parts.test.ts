import { expect, test } from "vitest";
import type { Shape } from "#values/shape.ts";
import { typeParts, typeText } from "./type-parts.ts";

const text: Shape = { kind: "string" };
const users: Shape = { kind: "id", table: "users" };
const none: Shape = { kind: "null" };

test("writes types as the generated types of an app do", () => {
  const cases: readonly (readonly [Shape, string])[] = [
    [text, "string"],
    [{ kind: "number", special: true }, "number"],
    [{ kind: "int64" }, "int64"],
    [users, 'Id<"users">'],
    [{ kind: "union", members: [users, none] }, 'Id<"users"> | null'],
    [{ kind: "array", element: text }, "string[]"],
    [{ kind: "array", element: { kind: "union", members: [text, none] } }, "(string | null)[]"],
    [{ kind: "array", element: { kind: "array", element: text } }, "string[][]"],
    [{ kind: "array", element: { kind: "never" } }, "[] always empty"],
    [{ kind: "record", keys: users, values: { kind: "int64" } }, 'Record<Id<"users">, int64>'],
    [{ kind: "object", fields: [{ name: "a", shape: text, optional: false }] }, "object"],
    [{ kind: "literal", value: "low" }, '"low"'],
    [{ kind: "literal", value: 5n }, "5n"],
    [{ kind: "literal", value: -0 }, "-0"],
    [{ kind: "any" }, "any"],
  ];
  for (const [shape, written] of cases) expect(typeText(shape)).toBe(written);
});

test("says where an id leads, also inside other types", () => {
  const tables = typeParts({ kind: "array", element: { kind: "union", members: [users, none] } }).flatMap(
    (part) => part.table ?? [],
  );
  expect(tables).toEqual(["users"]);
});
