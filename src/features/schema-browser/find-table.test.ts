import { expect, test } from "vitest";
import { blamedTable, findTable } from "./find-table.ts";

test("finds a table of the app itself unless a component is named", () => {
  const tables = [
    { name: "users", component: "auth" },
    { name: "users", component: "" },
  ];
  expect(findTable(tables, { table: "users" })).toBe(tables[1]);
  expect(findTable(tables, { table: "users", component: "auth" })).toBe(tables[0]);
  expect(findTable(tables, { table: "tickets" })).toBeUndefined();
});

test("reads the table out of a refusal", () => {
  const message = 'The table "legacyImports" does not have a schema, which is needed for streaming export.';
  expect(blamedTable(message)).toBe("legacyImports");
  expect(blamedTable('Schema for table "a" contains a union of object types')).toBe("a");
  expect(blamedTable("There is no active schema, which is needed for streaming export.")).toBeUndefined();
});
