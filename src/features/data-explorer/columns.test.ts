import { expect, test } from "vitest";
import type { ConvexObject } from "#values/convex-value.ts";
import { asDocumentId, type Document } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { columnDetail, columnWidth, isNumeric, withDocuments } from "./columns.ts";

const id = "j57000820c20a1g7104gm2rc1m70ynr8";

function columnsOf(...rows: ConvexObject[]) {
  return withDocuments([], rows.map(documentOf));
}

function documentOf(fields: ConvexObject): Document {
  return {
    id: asDocumentId(id),
    table: "t",
    component: "",
    ts: asTimestamp(1n),
    creationTime: 0,
    fields,
  };
}

test("has a column for every field, in the order of first appearance", () => {
  const columns = columnsOf({ b: 1, a: 2 }, { c: 3, a: 4 });
  expect(columns.map((column) => column.field)).toEqual(["b", "a", "c"]);
});

test("does not move a column when a further page is read", () => {
  const before = columnsOf({ b: 1 });
  const after = withDocuments(before, [documentOf({ a: 1, b: 2 })]);
  expect(after.map((column) => column.field)).toEqual(["b", "a"]);
});

test("is the same array when a page shows nothing new", () => {
  const before = columnsOf({ a: 10, b: "x" });
  expect(withDocuments(before, [documentOf({ a: 20, b: "y" })])).toBe(before);
});

test("names the one kind of a column, whatever else is null", () => {
  const [n, i, text, link, mixed] = columnsOf(
    { n: 1, i: 1n, text: "x", link: id, mixed: 1 },
    { n: null, i: null, text: null, link: null, mixed: "one" },
  ).map(columnDetail);
  expect([n, i, text, link, mixed]).toEqual(["number", "int64", "string", "Id", undefined]);
});

test("a column that holds another text is no column of ids", () => {
  expect(columnsOf({ a: id }, { a: "free" }).map(columnDetail)).toEqual(["string"]);
  expect(columnsOf({ a: "free" }, { a: id }).map(columnDetail)).toEqual(["string"]);
});

test("only columns of numbers line up at the right", () => {
  const columns = columnsOf({ a: 1, b: 1n, c: "1", d: 1 }, { a: null, b: 2, c: 3, d: [] });
  expect(columns.map(isNumeric)).toEqual([true, true, false, false]);
});

test("is wide enough for every digit of an Int64", () => {
  const [column] = columnsOf({ a: -9_223_372_036_854_775_808n });
  expect(column && columnWidth(column)).toBeGreaterThan(21 * 7.2);
});

test("gives short lists no more room than they need", () => {
  const [short, long] = columnsOf({ short: ["a"], long: ["some text", "some more text", "and more"] });
  expect(short && columnWidth(short)).toBeLessThan((long && columnWidth(long)) ?? 0);
});
