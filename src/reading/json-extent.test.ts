import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonExtent } from "./json-extent.ts";

test("counts values side by side, levels and names, and not what stands in texts", () => {
  expect(jsonExtent('{"a":1}{"b":"}{:\\""}')).toEqual({ values: 2, depth: 1, colons: 2 });
  expect(jsonExtent('[[{"a:":[]}]]')).toEqual({ values: 1, depth: 4, colons: 1 });
  expect(jsonExtent('"unclosed')).toEqual({ values: 1, depth: 0, colons: 0 });
});

test("counts the names of any object", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (object) => {
      expect(jsonExtent(JSON.stringify(object))).toEqual({
        values: 1,
        depth: 1,
        colons: Object.keys(object).length,
      });
    }),
  );
});
