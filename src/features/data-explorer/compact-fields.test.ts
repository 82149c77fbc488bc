import { expect, test } from "vitest";
import type { Column, ValueKind } from "./columns.ts";
import { compactFields } from "./compact-fields.ts";

function column(field: string, kind: ValueKind, length = 8): Column {
  return { field, kinds: [kind], length };
}

test("takes the text that has a telling name, two brief fields and a number", () => {
  const columns = [
    column("assignee", "id", 32),
    column("details", "string", 48),
    column("paidCents", "int64"),
    column("priority", "string"),
    column("subject", "string", 40),
    column("status", "string"),
  ];
  expect(compactFields(columns)).toEqual({
    title: "subject",
    others: ["priority", "status"],
    figure: "paidCents",
  });
});

test("takes ids where there is nothing briefer, and the shortest number where there is no Int64", () => {
  const columns = [
    column("name", "string"),
    column("at", "number", 18),
    column("n", "number", 2),
    column("to", "id", 32),
  ];
  expect(compactFields(columns)).toEqual({ title: "name", others: ["to"], figure: "n" });
});

test("takes the longest text when no name tells", () => {
  expect(compactFields([column("a", "string", 3), column("b", "string", 30)]).title).toBe("b");
});

test("has nothing to show of a table without texts and numbers", () => {
  expect(compactFields([column("a", "object", 32)])).toEqual({
    title: undefined,
    others: [],
    figure: undefined,
  });
});
