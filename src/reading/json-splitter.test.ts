import fc from "fast-check";
import { expect, test } from "vitest";
import { FileRefusal } from "./file-refusal.ts";
import { type JsonElement, JsonSplitter } from "./json-splitter.ts";
import { everyCut } from "./testing/every-cut.ts";

function split(pieces: readonly string[], limit?: number): JsonElement[] {
  const splitter = new JsonSplitter(limit);
  const elements = pieces.flatMap((piece) => splitter.push(piece));
  splitter.end();
  return elements;
}

test("splits an array into its elements with their lines", () => {
  const text = '[\n  {"a": 1},\n\n  {"b": [1, "]},\\""],\n "c": {}} , 3 ]\n';
  expect(split([text])).toEqual([
    { line: 2, text: '{"a": 1}', colons: 1, depth: 1 },
    { line: 4, text: '{"b": [1, "]},\\""],\n "c": {}} ', colons: 2, depth: 2 },
    { line: 5, text: "3 ", colons: 0, depth: 0 },
  ]);
});

test("gives the same elements for every cut", () => {
  const text = '[{"a":"x\\\\","é":"\\"𝄞"},\r\n[1,[2]], null ,"," ]';
  const whole = split([text]);
  for (const pieces of everyCut(text)) expect(split(pieces)).toEqual(whole);
});

test("gives the elements that JSON.parse finds, for any array", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 5 }),
      fc.constantFrom(undefined, 1),
      (values, indent) => {
        const elements = split([JSON.stringify(values, null, indent)]);
        expect(elements.map((element) => JSON.parse(element.text ?? "") as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      },
    ),
  );
});

test("reads an empty array as no elements", () => {
  expect(split([" [ ] "])).toEqual([]);
});

test.each([
  ["no array", "1", /does not begin with \[/],
  ["a comma with nothing after it", "[1,\n]", /in line 2, there is no record beside a comma/],
  ["a comma with nothing before it", "[,1]", /no record beside a comma/],
  ["brackets that do not match", '[{"a": [1}]', /} closes nothing/],
  ["text after the end", "[1] 2", /more text after the end/],
  ["a text without its closing quote", '[{"a": "b},\n{"c": 1}]', /a line ends inside a text/],
  [
    "a file cut off inside a record",
    '[{"a": 1},\n{"b',
    /cut off: .* inside the record that begins in line 2/,
  ],
  ["a file cut off between records", '[{"a": 1},', /cut off: .* before its \]/],
])("refuses %s, for every cut", (_, text, words) => {
  for (const pieces of everyCut(text)) {
    expect(() => split(pieces)).toThrow(FileRefusal);
    expect(() => split(pieces)).toThrow(words);
  }
});

test("lets go of an element that is too long and reads on", () => {
  const text = `[{"a":"${"x".repeat(50)}"},{"b":1}]`;
  for (const pieces of everyCut(text))
    expect(split(pieces, 20).map((element) => element.text)).toEqual([undefined, '{"b":1}']);
});

test("follows brackets nested a hundred thousand deep", () => {
  const deep = 100_000;
  expect(split([`[${"[".repeat(deep)}${"]".repeat(deep)}]`])[0]?.depth).toBe(deep);
});
