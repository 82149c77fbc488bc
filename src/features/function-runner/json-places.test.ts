import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPlaces, printJsonPath, type JsonPath } from "./json-places.ts";

test("tells where each value and its key stand", () => {
  const text = '{ "a": [1, "x"], "b": {"c": null} }';
  const found = jsonPlaces(text).map((place) => [
    printJsonPath(place.path),
    text.slice(place.start, place.end),
    place.keyStart,
  ]);
  expect(found).toEqual([
    ["a[0]", "1", 8],
    ["a[1]", '"x"', 11],
    ["a", '[1, "x"]', 2],
    ["b.c", "null", 23],
    ["b", '{"c": null}', 17],
    ["", text, 0],
  ]);
});

test("says that a key is there twice, also when it is spelt differently", () => {
  const repeated = jsonPlaces('{"a":1,"b":2,"\\u0061":3}').filter((place) => place.isRepeated);
  expect(repeated.map((place) => place.path)).toEqual([["a"]]);
});

test("prints a path as it would be written in code", () => {
  expect(printJsonPath(["attachments", 0, "first name", "x"])).toBe('attachments[0]["first name"].x');
});

test("finds every value of any JSON text at its path", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      for (const place of jsonPlaces(text)) {
        expect(JSON.parse(text.slice(place.start, place.end))).toEqual(at(JSON.parse(text), place.path));
      }
    }),
  );
});

test("reads nesting deeper than the call stack and tells the places of the upper levels", () => {
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  expect(jsonPlaces(deep)).toHaveLength(101);
  expect(jsonPlaces(deep).at(-1)).toMatchObject({ path: [], start: 0, end: 100_000 });
});

function at(value: unknown, path: JsonPath): unknown {
  return path.reduce((inside, step) => (inside as Record<string | number, unknown>)[step], value);
}
