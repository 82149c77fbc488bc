import { expect, test } from "vitest";
import { indexRange } from "./index-range.ts";

const fields = ["status", "priority"];

test("equal values come first, then bounds on the next field", () => {
  expect(
    indexRange("t.i", fields, [
      { type: "Eq", fieldPath: "status", value: "open" },
      { type: "Gte", fieldPath: "priority", value: 1 },
      { type: "Lt", fieldPath: "priority", value: 3 },
    ]),
  ).toEqual({
    equal: ["open"],
    lower: { value: 1, inclusive: true },
    upper: { value: 3, inclusive: false },
  });
});

test("the creation time is the last field of every index but that of ids", () => {
  const onTime = [{ type: "Gt", fieldPath: "_creationTime", value: 5 } as const];
  expect(indexRange("t.by_creation_time", [], onTime)).toEqual({
    equal: [],
    lower: { value: 5, inclusive: false },
  });
  expect(() => indexRange("t.by_id", ["_id"], onTime)).toThrow('Index fields: ["_id"]');
});

test("a missing field is asked for by undefined", () => {
  const missing = [{ type: "Eq", fieldPath: "status", value: { $undefined: null } } as const];
  expect(indexRange("t.i", fields, missing)).toEqual({ equal: [undefined] });
});

test("a field out of order is named", () => {
  expect(() => indexRange("t.i", fields, [{ type: "Eq", fieldPath: "priority", value: 1 }])).toThrow(
    'Tried to query index t.i but the query didn\'t use the index fields in order.\n\nIndex fields: ["status", "priority", "_creationTime"]\nQuery fields: ["priority"]\nFirst incorrect field: "priority"',
  );
});

test("after a bound nothing is equal, and no bound comes twice", () => {
  const lower = { type: "Gt", fieldPath: "status", value: "a" } as const;
  expect(() => indexRange("t.i", fields, [lower, { type: "Eq", fieldPath: "status", value: "b" }])).toThrow(
    "in order",
  );
  expect(() => indexRange("t.i", fields, [lower, lower])).toThrow("two lower bounds");
});
