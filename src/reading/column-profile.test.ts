import { expect, test } from "vitest";
import { type ColumnProfile, ColumnProfiler } from "./column-profile.ts";

function profile(...cells: (string | undefined)[]): ColumnProfile {
  const profiler = new ColumnProfiler("x");
  cells.forEach((cell, index) => profiler.add(cell, index + 2));
  return profiler.profile();
}

test.each<[string, (string | undefined)[], string]>([
  ["numbers", ["1", "-2.5", undefined, "300"], "number"],
  ["decimals without a leading zero", [".097", "1.5"], "number"],
  ["decimals that are all as long", ["12.50", "3.00", "0.25"], "number"],
  ["decimals of different lengths with zeros at their end", ["1.9", "1.10"], "text"],
  ["leading zeros", ["1", "02"], "text"],
  ["integers beyond 2^53", ["1", "9007199254740993"], "text"],
  ["NA among numbers", ["1", "NA"], "text"],
  ["a quoted empty cell among numbers", ["1", ""], "text"],
  ["booleans in any case", ["true", "FALSE", undefined], "boolean"],
  ["yes and no", ["yes", "no"], "text"],
  ["arrays and objects", ['["a"]', '{"b":1}'], "json"],
  ["JSON scalars", ['"a"', "null"], "text"],
  ["broken JSON", ['["a"]', "[1"], "text"],
  ["nothing", [undefined, undefined], "text"],
])("finds the narrowest kind that loses nothing: %s", (_, cells, kind) => {
  expect(profile(...cells).kind).toBe(kind);
});

test("counts against each kind, with the lines of the first counter-examples", () => {
  const found = profile("1", "n/a", "-", "x", "y", "z", "w", undefined);
  expect(found).toMatchObject({ filled: 7, empty: 1, first: { line: 2, text: "1" } });
  expect(found.misfits.number.count).toBe(6);
  expect(found.misfits.number.examples).toEqual([
    { line: 3, text: "n/a" },
    { line: 4, text: "-" },
    { line: 5, text: "x" },
    { line: 6, text: "y" },
    { line: 7, text: "z" },
  ]);
});

test("counts the cells that a number would print otherwise", () => {
  const found = profile("1", "007", "1.50");
  expect(found.misfits.number.count).toBe(0);
  expect(found.respelt).toEqual({
    count: 2,
    examples: [
      { line: 3, text: "007" },
      { line: 4, text: "1.50" },
    ],
  });
  expect(found.leadingZeros).toEqual({ count: 1, examples: [{ line: 3, text: "007" }] });
});

test("counts integers beyond 2^53 and cells with line ends", () => {
  const found = profile("8967064880459163859", "a\nb");
  expect(found.largeIntegers).toEqual({ count: 1, examples: [{ line: 2, text: "8967064880459163859" }] });
  expect(found.lineEnds).toBe(1);
});
