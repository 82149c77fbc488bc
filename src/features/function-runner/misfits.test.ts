import { expect, test } from "vitest";
import type { Shape } from "#values/shape.ts";
import { printJsonPath } from "./json-places.ts";
import { misfits } from "./misfits.ts";

const text: Shape = { kind: "string" };
const literal = (value: string): Shape => ({ kind: "literal", value });
const ticket: Shape = {
  kind: "object",
  fields: [
    { name: "paidCents", shape: { kind: "int64" }, optional: true },
    {
      name: "priority",
      shape: { kind: "union", members: [literal("low"), literal("high")] },
      optional: false,
    },
    { name: "subject", shape: text, optional: false },
    { name: "tags", shape: { kind: "array", element: text }, optional: true },
  ],
};
const found = (shape: Shape, value: Parameters<typeof misfits>[1]) =>
  misfits(shape, value).map((misfit) => `${printJsonPath(misfit.path)}: ${misfit.sentence}`);

test("finds nothing wrong with a value that fits", () => {
  expect(found(ticket, { priority: "low", subject: "x", tags: [], paidCents: 5n })).toEqual([]);
});

test("names every field that is missing, unknown or of the wrong type", () => {
  expect(found(ticket, { priority: "urgnet", tags: ["a", 1], channel: "email" })).toEqual([
    ": The field subject is missing: v.string().",
    'priority: Not one of the accepted values: "low" | "high".',
    "tags[1]: v.string() is expected, this is a number.",
    "channel: The validator has no such field.",
  ]);
});

test("offers the int64 that a plain integer stands for", () => {
  expect(misfits(ticket, { priority: "low", subject: "", paidCents: 5 })).toEqual([
    { path: ["paidCents"], sentence: "v.int64() is expected, this is a number.", instead: 5n },
  ]);
  expect(misfits({ kind: "int64" }, 1.5)).toEqual([
    { path: [], sentence: "v.int64() is expected, this is a number." },
  ]);
});

test("of several objects speaks of the nearest", () => {
  const card = (kind: string, field: string): Shape => ({
    kind: "object",
    fields: [
      { name: field, shape: text, optional: false },
      { name: "kind", shape: literal(kind), optional: false },
    ],
  });
  expect(found({ kind: "union", members: [card("a", "x"), card("b", "y")] }, { kind: "b" })).toEqual([
    ": The field y is missing: v.string().",
  ]);
});

test("looks at the keys and the values of a record", () => {
  const record: Shape = {
    kind: "record",
    keys: { kind: "id", table: "users" },
    values: { kind: "number", special: true },
  };
  expect(found(record, { bob: "x" })).toEqual([
    "bob: Not an id. An id of a document of users is expected.",
    "bob: v.number() is expected, this is text.",
  ]);
});

test("does not take a field of every object for one of its own", () => {
  const shape: Shape = { kind: "object", fields: [{ name: "toString", shape: text, optional: false }] };
  expect(found(shape, {})).toEqual([": The field toString is missing: v.string()."]);
});
