import { v, type GenericValidator } from "convex/values";
import { expect, test } from "vitest";
import type { ConvexValue } from "#values/convex-value.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { validationError } from "./validate.ts";

const tables: Readonly<Record<string, string>> = { id1: "users", id2: "tickets" };

/** Checks with a validator as functions declare it. */
function error(validator: GenericValidator, value: ConvexValue): string | null {
  const { json } = validator as unknown as { json: ValidatorJson };
  return validationError(json, value, (id) => tables[id] ?? null);
}

test("accepts what a validator describes", () => {
  const bytes = new Uint8Array([1]);
  const fits: [GenericValidator, ConvexValue][] = [
    [v.any(), { a: [1n] }],
    [v.null(), null],
    [v.number(), NaN],
    [v.int64(), 1n],
    [v.boolean(), false],
    [v.string(), ""],
    [v.bytes(), bytes],
    [v.literal("a"), "a"],
    [v.literal(1n), 1n],
    [v.id("users"), "id1"],
    [v.array(v.number()), [1, 2]],
    [v.object({ a: v.optional(v.string()) }), {}],
    [v.record(v.string(), v.number()), { any: 1 }],
    [v.union(v.string(), v.null()), null],
  ];
  for (const [validator, value] of fits) expect(error(validator, value)).toBeNull();
});

test("tells a missing field", () => {
  expect(error(v.object({ a: v.number(), x: v.string() }), { a: 1 })).toBe(
    "Object is missing the required field `x`. Consider wrapping the field validator in `v.optional(...)` if this is expected.\n\nObject: {a: 1.0}\nValidator: v.object({a: v.float64(), x: v.string()})",
  );
});

test("tells an extra field, and where the object is", () => {
  const validator = v.object({ list: v.array(v.object({ a: v.number() })) });
  expect(error(validator, { list: [{ a: 1 }, { a: 1, b: "x" }] })).toBe(
    'Object contains extra field `b` that is not in the validator.\nPath: .list[1]\nObject: {a: 1.0, b: "x"}\nValidator: v.object({a: v.float64()})',
  );
});

test("tells a value of another type", () => {
  expect(error(v.number(), "x")).toBe(
    'Value does not match validator.\n\nValue: "x"\nValidator: v.float64()',
  );
  expect(error(v.object({ a: v.object({ b: v.int64() }) }), { a: { b: 1 } })).toBe(
    "Value does not match validator.\nPath: .a.b\nValue: 1.0\nValidator: v.int64()",
  );
});

test("tells a value that no member of a union accepts", () => {
  expect(error(v.object({ s: v.union(v.literal("open"), v.literal("closed")) }), { s: "gone" })).toBe(
    'Value does not match validator.\nPath: .s\nValue: "gone"\nValidator: v.union(v.literal("open"), v.literal("closed"))',
  );
});

test("tells a literal that is another one", () => {
  expect(error(v.literal("a"), 1)).toBe('`1.0` does not match literal validator `v.literal("a")`.');
  expect(error(v.array(v.literal(2)), [3])).toBe(
    "`3.0` does not match literal validator `v.literal(2.0)`.Path: [0]",
  );
});

test("tells an id of another table, and a text that is no id", () => {
  expect(error(v.id("users"), "id2")).toBe(
    'Found ID "id2" from table `tickets`, which does not match the table name in validator `v.id("users")`.',
  );
  expect(error(v.id("users"), "nonsense")).toBe(
    'Value does not match validator.\n\nValue: "nonsense"\nValidator: v.id("users")',
  );
});

test("a record checks its keys and its values", () => {
  const validator = v.record(v.id("users"), v.number());
  expect(error(validator, { id1: 1 })).toBeNull();
  expect(error(validator, { id2: 1 })).toContain('Found ID "id2" from table `tickets`');
  expect(error(validator, { id1: "x" })).toBe(
    'Value does not match validator.\nPath: .id1\nValue: "x"\nValidator: v.float64()',
  );
});

test("a commit timestamp is an Int64 by the time it is checked", () => {
  expect(validationError({ type: "bigint" }, 1n, () => null)).toBeNull();
});

test("values and validators print as they are written", () => {
  const value = { b: new Uint8Array([104, 105]), a: [1n, -0, 1e16, NaN, null, true], "c d": 'say "x"\n' };
  expect(error(v.null(), value)).toBe(
    'Value does not match validator.\n\nValue: {a: [1, -0.0, 1e16, NaN, null, true], b: b"aGk=", "c d": "say \\"x\\"\\n"}\nValidator: v.null()',
  );
  const all = v.object({
    any: v.any(),
    bool: v.optional(v.boolean()),
    bytes: v.bytes(),
    list: v.array(v.id("users")),
    record: v.record(v.string(), v.int64()),
  });
  expect(error(all, null)).toContain(
    'Validator: v.object({any: v.any(), bool: v.optional(v.boolean()), bytes: v.bytes(), list: v.array(v.id("users")), record: v.record(v.string(), v.int64())})',
  );
});
