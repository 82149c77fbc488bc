import { loadTransliteration } from "#values/transliterate.ts";
import { isObject, type Json, type JsonObject } from "#values/json.ts";
import { beforeAll, expect, test } from "vitest";
import type { ColumnKind } from "./column-kind.ts";
import { type Converted, convertRecord } from "./convert-record.ts";
import type { Mapping } from "./mapping.ts";

beforeAll(loadTransliteration);

const column = (field: string, kind: ColumnKind, name = field): Mapping[number] => ({ name, field, kind });

function row(cells: (string | undefined)[], ...mapping: Mapping): Converted {
  return convertRecord({ kind: "row", line: 7, cells, stray: false }, mapping);
}

function object(
  data: JsonObject,
  mapping = Object.keys(data).map((name) => column(name, "as-is")),
): Converted {
  return convertRecord({ kind: "object", line: 7, data, twice: false }, mapping);
}

function stored(converted: Converted): Json {
  if (converted.kind === "refused") throw new Error(converted.reason);
  return plain(converted.stored);
}

/** With ordinary prototypes, which toEqual wants. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(plain);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]))
    : value;
}

function reason(converted: Converted): string {
  return converted.kind === "refused" ? converted.reason : "";
}

test("makes a document of a row, leaving out empty cells and columns left out", () => {
  const cells = ["x", ".5", "TRUE", '{"a":[9007199254740993]}', undefined, "", "gone"];
  const mapping = [
    column("t", "text"),
    column("n", "number"),
    column("b", "boolean"),
    column("j", "json"),
    column("empty", "number"),
    column("quoted", "text"),
    column("out", "leave-out"),
  ];
  expect(stored(row(cells, ...mapping))).toEqual({
    t: "x",
    n: 0.5,
    b: true,
    j: { a: ["9007199254740993"] },
    quoted: "",
  });
});

test("leaves out the cells that a short row does not have", () => {
  expect(stored(row(["1"], column("a", "number"), column("b", "text")))).toEqual({ a: 1 });
});

test("refuses a row with a cell that does not fit, and says which", () => {
  expect(row(["1", "n/a"], column("id", "number"), column("balance", "number"))).toEqual({
    kind: "refused",
    line: 7,
    reason: 'balance must be a number, the cell says "n/a".',
    source: "1 | n/a",
  });
  expect(reason(row(["maybe"], column("b", "boolean")))).toMatch(/b must be true or false/);
  expect(reason(row(["[1"], column("j", "json")))).toMatch(/j must be a JSON array or object/);
});

test("stores JSON records as they are, integers beyond 2^53 as text", () => {
  const data = { a: null, b: [1, -0, 9007199254740993n], c: { d: "é", e: -9007199254740993n } };
  expect(stored(object(data))).toEqual({
    a: null,
    b: [1, -0, "9007199254740993"],
    c: { d: "é", e: "-9007199254740993" },
  });
});

test("stores a field as text on request: text as it is, null as null, the rest as JSON", () => {
  const mapping = ["a", "b", "c"].map((name) => column(name, "text"));
  expect(stored(object({ a: "x", b: null, c: { d: [1] } }, mapping))).toEqual({
    a: "x",
    b: null,
    c: '{"d":[1]}',
  });
});

test("stores names inside a record as the deployment renames them", () => {
  const converted = object({ a: { _id: 1, "first name": 2, é: 3 } });
  expect(stored(converted)).toEqual({ a: { source_id: 1, "first name": 2, source_e: 3 } });
  expect(converted).toMatchObject({ data: { a: { _id: 1 } } });
});

test("refuses a record in which two fields would get one name", () => {
  expect(reason(object({ a: { _x: 1, $x: 2 } }))).toMatch(/stored under the same name/);
});

test("keeps a field called __proto__ a field", () => {
  const data = JSON.parse('{"a":{"__proto__":{"x":1}}}') as JsonObject;
  expect(stored(object(data))).toEqual({ a: { source_proto: { x: 1 } } });
});

test("says before sending which records break a limit", () => {
  const many = (count: number): JsonObject =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, 1]));
  let deep: Json = 1;
  for (let level = 0; level < 16; level++) deep = [deep];
  expect(reason(object(many(1025)))).toMatch(/1,025 fields; at most 1,024/);
  expect(reason(object({ a: many(1025) }))).toMatch(/1,025 fields/);
  expect(reason(object({ a: Array(8193).fill(1) }))).toMatch(/8,193 items; at most 8,192/);
  expect(reason(object({ a: deep }))).toMatch(/17 levels deep; at most 16/);
  expect(reason(object({ a: "x".repeat(1024 * 1024) }))).toMatch(
    /Larger than a document may be: 1\.01 MiB of at most 1 MiB/,
  );
  expect(reason(object({ a: "x\ud800" }))).toMatch(/half a character/);
  expect(object(many(1024)).kind).toBe("record");
  expect(object({ a: Array(8192).fill(1), b: "𝄞" }).kind).toBe("record");
});

test("hands on why a record could not be read", () => {
  const bad = { kind: "bad", line: 3, reason: "Not valid JSON.", source: "{" } as const;
  expect(convertRecord(bad, [])).toEqual({
    kind: "refused",
    line: 3,
    reason: "Not valid JSON.",
    source: "{",
  });
});
