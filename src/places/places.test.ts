import { expect, test } from "vitest";
import fc from "fast-check";
import { parseTimestamp } from "#values/timestamp.ts";
import { dataPlace } from "./data-place.ts";
import { functionsPlace } from "./functions-place.ts";
import { historyPlace } from "./history-place.ts";
import { printPlace, readPlace } from "./place.ts";
import { allPlaces } from "./places.ts";
import { parseSearchTexts, printSearchTexts } from "./search-text.ts";

test("keeps every digit of a timestamp typed by hand", () => {
  const place = readPlace(dataPlace, "/data?table=users&at=1763917311123456789");
  expect(place).toEqual({ table: "users", at: "1763917311123456789" });
  expect(parseTimestamp(place?.at ?? "")).toBe(1763917311123456789n);
});

test("prints the same digits again", () => {
  expect(printPlace(historyPlace, { since: "1763917311123456789" })).toBe(
    "/history?since=1763917311123456789",
  );
});

test("leaves out a moment that is no timestamp instead of refusing the URL", () => {
  for (const at of ["", "yesterday", "1e18", "-1", "1.5", "99999999999999999999", "9223372036854775808"]) {
    expect(readPlace(dataPlace, `/data?table=users&at=${at}`)?.at, at).toBeUndefined();
  }
});

test("leaves out a word that is not one of the few", () => {
  expect(readPlace(functionsPlace, "/functions?function=a:b&kind=magic")).toEqual({ function: "a:b" });
});

test("does not take a text for a number, a truth value or JSON", () => {
  for (const table of ["5", "true", "null", "[1]", '{"a":1}', "007"]) {
    expect(readPlace(dataPlace, `/data?${new URLSearchParams({ table })}`)?.table).toBe(table);
  }
});

test("never refuses a search, whatever it says", () => {
  fc.assert(
    fc.property(fc.constantFrom(...allPlaces), fc.string({ unit: "binary" }), (place, search) => {
      expect(() => place.read(parseSearchTexts(search))).not.toThrow();
    }),
  );
});

test("reads back every text that it prints", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(word, word, (table, document) => {
      expect(readPlace(dataPlace, printPlace(dataPlace, { table, document }))).toMatchObject({
        table,
        document,
      });
    }),
  );
});

test("counts the last of a name given twice", () => {
  expect(parseSearchTexts("?table=a&table=b")).toEqual({ table: "b" });
});

test("prints nothing for nothing", () => {
  expect(printSearchTexts({ table: undefined, at: "" })).toBe("");
});

test("has one path for one place", () => {
  expect(new Set(allPlaces.map((place) => place.path)).size).toBe(allPlaces.length);
});
