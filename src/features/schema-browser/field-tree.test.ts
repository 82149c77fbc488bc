import { expect, test } from "vitest";
import type { Shape } from "#values/shape.ts";
import { countMatches, fieldTree } from "./field-tree.ts";
import { visibleFields } from "./visible-fields.ts";

const text: Shape = { kind: "string" };
const field = (name: string, shape: Shape, optional = false) => ({ name, shape, optional });
const ticket: Shape = {
  kind: "object",
  fields: [
    field("_creationTime", { kind: "number", special: false }),
    field("_id", { kind: "id", table: "tickets" }),
    field("assignee", { kind: "union", members: [{ kind: "id", table: "users" }, { kind: "null" }] }, true),
    field("metadata", { kind: "record", keys: text, values: text }),
    field("sla", { kind: "object", fields: [field("pausedAt", { kind: "int64" }), field("tags", text)] }),
    field("source", {
      kind: "union",
      members: [text, { kind: "object", fields: [field("page", text)] }],
    }),
    field("tags", { kind: "array", element: text }),
  ],
};
const lines = (search = "", turned = new Map<string, boolean>()) =>
  visibleFields(fieldTree(ticket), turned, search).map(
    ({ node, level, isOpen }) =>
      `${"  ".repeat(level - 1)}${node.name}${isOpen === undefined ? "" : isOpen ? " -" : " +"}`,
  );

test("puts the id first and opens what leads to fields", () => {
  expect(lines()).toEqual([
    "_id",
    "_creationTime",
    "assignee",
    "metadata +",
    "sla -",
    "  pausedAt",
    "  tags",
    "source -",
    "  or",
    "  or -",
    "    page",
    "tags +",
  ]);
});

test("opens and closes what somebody turned", () => {
  const turned = new Map([
    ["sla", false],
    ["tags", true],
    ["metadata", true],
    ["source", false],
  ]);
  expect(lines("", turned).slice(3)).toEqual([
    "metadata -",
    "  [key]",
    "sla +",
    "source +",
    "tags -",
    "  [ ]",
  ]);
});

test("shows what a search finds and the way there", () => {
  expect(lines("paused")).toEqual(["sla -", "  pausedAt"]);
  expect(lines("tags")).toEqual(["sla -", "  tags", "tags +"]);
  expect(lines("PAGE")).toEqual(["source -", "  or -", "    page"]);
});

test("searches types too", () => {
  expect(lines('id<"users">')).toEqual(["assignee"]);
  expect(lines("int64")).toEqual(["sla -", "  pausedAt"]);
  expect(lines("nothing like it")).toEqual([]);
});

test("looks into a field that is found itself", () => {
  expect(lines("sla", new Map([["sla", true]]))).toEqual(["sla -", "  pausedAt", "  tags"]);
});

test("counts the fields that a search finds, once each", () => {
  expect(countMatches(fieldTree(ticket), "tags")).toBe(2);
  expect(countMatches(fieldTree(ticket), "int64")).toBe(1);
});

test("gives every line its place among its siblings", () => {
  const found = visibleFields(fieldTree(ticket), new Map(), "").filter(({ parent }) => parent === "sla");
  expect(found.map(({ level, position, siblings }) => [level, position, siblings])).toEqual([
    [2, 1, 2],
    [2, 2, 2],
  ]);
});

test("has an id of its own for every node", () => {
  const ids: string[] = [];
  const walk = (nodes: ReturnType<typeof fieldTree>): void =>
    nodes.forEach((node) => {
      ids.push(node.id);
      walk(node.children);
    });
  walk(fieldTree(ticket));
  expect(new Set(ids).size).toBe(ids.length);
});
