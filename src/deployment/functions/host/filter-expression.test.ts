import { expect, test } from "vitest";
import type { Json } from "#values/json.ts";
import { passesFilter } from "./filter-expression.ts";

const document = { _id: "x", n: 5, big: 7n, s: "text", nested: { a: { b: true } }, nothing: null };
const field = (path: string): Json => ({ $field: path });
const literal = (value: Json): Json => ({ $literal: value });
const passes = (expression: Json) => passesFilter(expression, document);

test("fields compare with values, paths lead into objects", () => {
  expect(passes({ $eq: [field("n"), literal(5)] })).toBe(true);
  expect(passes({ $neq: [field("s"), literal("text")] })).toBe(false);
  expect(passes({ $eq: [field("nested.a.b"), literal(true)] })).toBe(true);
  expect(passes({ $gt: [field("big"), literal({ $integer: "BgAAAAAAAAA=" })] })).toBe(true);
});

test("a missing field is undefined, which is less than null and no null", () => {
  expect(passes({ $eq: [field("missing.deeper"), literal({ $undefined: null })] })).toBe(true);
  expect(passes({ $eq: [field("missing"), literal(null)] })).toBe(false);
  expect(passes({ $lt: [field("missing"), field("nothing")] })).toBe(true);
});

test("values of different types order by type", () => {
  expect(passes({ $lt: [field("big"), field("n")] })).toBe(true);
  expect(passes({ $lte: [field("n"), field("s")] })).toBe(true);
  expect(passes({ $gte: [field("n"), field("s")] })).toBe(false);
});

test("arithmetic keeps to one type of number", () => {
  expect(passes({ $eq: [{ $mod: [field("n"), literal(3)] }, literal(2)] })).toBe(true);
  expect(passes({ $eq: [{ $neg: field("n") }, { $sub: [literal(0), field("n")] }] })).toBe(true);
  const int = (base64: string) => literal({ $integer: base64 });
  expect(passes({ $eq: [{ $add: [field("big"), int("AQAAAAAAAAA=")] }, int("CAAAAAAAAAA=")] })).toBe(true);
  expect(passes({ $eq: [{ $div: [{ $mul: [field("n"), literal(4)] }, literal(2)] }, literal(10)] })).toBe(
    true,
  );
  expect(() => passes({ $eq: [{ $add: [field("n"), field("big")] }, literal(1)] })).toThrow("same type");
  expect(() => passes({ $eq: [{ $div: [field("big"), int("AAAAAAAAAAA=")] }, literal(1)] })).toThrow("zero");
});

test("logic wants booleans", () => {
  const yes = { $eq: [literal(1), literal(1)] };
  expect(passes({ $and: [yes, { $not: { $not: yes } }] })).toBe(true);
  expect(passes({ $or: [{ $not: yes }, yes] })).toBe(true);
  expect(passes({ $and: [] })).toBe(true);
  expect(passes({ $or: [] })).toBe(false);
  expect(() => passes({ $not: field("n") })).toThrow("booleans");
});

test("only true passes", () => {
  expect(passes(field("n"))).toBe(false);
  expect(passes(field("nested.a.b"))).toBe(true);
});

test("what is no expression is an error", () => {
  expect(() => passes({ $xor: [] })).toThrow("Unknown filter operator $xor");
  expect(() => passes(5)).toThrow("Malformed");
});
