import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeValue } from "#values/convex-value.ts";
import { parseJson } from "#values/json.ts";
import type { Shape } from "#values/shape.ts";
import { readArguments, type ArgumentNote } from "./read-arguments.ts";

const notes = (text: string, shape?: Shape): readonly ArgumentNote[] => {
  const draft = readArguments(text, shape);
  if (draft.kind !== "read") throw new Error(draft.sentence);
  return draft.notes;
};

test("takes no text for no arguments", () => {
  expect(readArguments(" \n", undefined)).toEqual({ kind: "read", args: {}, notes: [] });
});

test("says in words what is no JSON, and where", () => {
  expect(readArguments('{\n  "a": 1,\n}', undefined)).toEqual({
    kind: "broken",
    line: 3,
    column: 1,
    sentence: 'Unexpected "}", expected a key in double quotes',
  });
});

test("says which number an integer would become, and mends it exactly", () => {
  const [note] = notes('{\n  "n": 9007199254740993\n}');
  expect(note).toMatchObject({
    line: 2,
    path: "n",
    sentence: "The deployment would read 9007199254740992: a plain number keeps 53 bits.",
  });
  expect(parseJson(note?.mend?.text ?? "")).toEqual({ n: encodeValue(9007199254740993n, "encoded") });
});

test("offers no int64 for an integer that is none", () => {
  expect(notes('{"n": 18446744073709551617}')[0]?.mend).toBeUndefined();
});

test("says nothing about a large integer that a float holds", () => {
  expect(notes('{"n": 1152921504606846976}')).toEqual([]);
});

test("warns of a key that is there twice, on its own line", () => {
  expect(notes('{"a": 1,\n"a": 2}')).toEqual([
    {
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 7,
      path: "a",
      sentence: "This key is there twice; the last one counts.",
      byValidator: false,
    },
  ]);
});

test("gives the server's reason for what is no Convex value", () => {
  expect(notes('{"a": {"$integer": 5}}')).toMatchObject([
    {
      line: 1,
      path: "a",
      sentence: "The deployment refuses this: invalid type: integer `5`, expected a string",
    },
  ]);
});

test("says that a function takes one object", () => {
  expect(notes("5")[0]?.sentence).toBe("A function takes one object, not a single value.");
  expect(notes("[{}]")[0]?.sentence).toContain("A list is taken as arguments one after another");
});

test("notes half of a character", () => {
  expect(notes(String.raw`{"a": ["\ud800"]}`)[0]).toMatchObject({ path: "a[0]" });
});

test("holds arguments against the validator and mends an integer in place", () => {
  const shape: Shape = {
    kind: "object",
    fields: [
      { name: "count", shape: { kind: "int64" }, optional: false },
      { name: "name", shape: { kind: "string" }, optional: false },
    ],
  };
  const found = notes('{\n  "count": 42,\n  "extra": true\n}', shape);
  expect(found.map(({ line, path, sentence }) => `${line} ${path}: ${sentence}`)).toEqual([
    "1 : The field name is missing: v.string().",
    "2 count: v.int64() is expected, this is a number.",
    "3 extra: The validator has no such field.",
  ]);
  expect(found[1]?.mend?.text).toBe('{\n  "count": {"$integer":"KgAAAAAAAAA="},\n  "extra": true\n}');
});

test("takes arguments that are deeper than any value without giving up", () => {
  const deep = `{"a": ${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  expect(notes(deep)[0]?.sentence).toContain("too nested");
});

test("keeps every digit of what it sends", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (integer) => {
      const draft = readArguments(`{"n": ${integer}}`, undefined);
      const args = draft.kind === "read" ? (draft.args as { n: number | bigint }) : { n: Number.NaN };
      expect(BigInt(args.n)).toBe(integer);
    }),
  );
});

test("never throws, whatever is typed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
      expect(["read", "broken"]).toContain(readArguments(text, undefined).kind);
    }),
  );
});
