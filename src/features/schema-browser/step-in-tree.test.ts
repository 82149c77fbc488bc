import { expect, test } from "vitest";
import type { Shape } from "#values/shape.ts";
import { fieldTree } from "./field-tree.ts";
import { stepInTree } from "./step-in-tree.ts";
import { visibleFields } from "./visible-fields.ts";

const text: Shape = { kind: "string" };
const sla: Shape = { kind: "object", fields: [{ name: "paused", shape: text, optional: false }] };
const table: Shape = {
  kind: "object",
  fields: [
    { name: "_id", shape: text, optional: false },
    { name: "sla", shape: sla, optional: false },
    { name: "tags", shape: { kind: "array", element: text }, optional: false },
  ],
};
const lines = visibleFields(fieldTree(table), new Map(), "");
const step = (key: string, at: number) => stepInTree(key, lines, at);

test("goes up and down, to the start and to the end, and stays within", () => {
  expect(step("ArrowDown", 0)).toEqual({ kind: "go", to: 1 });
  expect(step("ArrowUp", 1)).toEqual({ kind: "go", to: 0 });
  expect(step("ArrowUp", 0)).toBeUndefined();
  expect(step("ArrowDown", 3)).toBeUndefined();
  expect(step("Home", 2)).toEqual({ kind: "go", to: 0 });
  expect(step("End", 2)).toEqual({ kind: "go", to: 3 });
});

test("opens with the right arrow, then goes inside", () => {
  expect(step("ArrowRight", 3)).toEqual({ kind: "turn", id: "tags", open: true });
  expect(step("ArrowRight", 1)).toEqual({ kind: "go", to: 2 });
  expect(step("ArrowRight", 0)).toBeUndefined();
});

test("closes with the left arrow, and from inside goes to what holds it", () => {
  expect(step("ArrowLeft", 1)).toEqual({ kind: "turn", id: "sla", open: false });
  expect(step("ArrowLeft", 2)).toEqual({ kind: "go", to: 1 });
  expect(step("ArrowLeft", 0)).toBeUndefined();
});

test("leaves other keys alone", () => {
  expect(step("a", 0)).toBeUndefined();
});
