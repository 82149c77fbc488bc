import { expect, test } from "vitest";
import { LineSplitter, type TextLine } from "./line-splitter.ts";
import { everyCut } from "./testing/every-cut.ts";

function split(pieces: readonly string[], limit?: number): TextLine[] {
  const splitter = new LineSplitter(limit);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

test("gives the lines with their numbers, without blank ones, for every cut", () => {
  const text = "a\r\n\n  \t\r\nb\u2028c\n\r\nd";
  for (const pieces of everyCut(text))
    expect(split(pieces)).toEqual([
      { line: 1, text: "a" },
      { line: 4, text: "b\u2028c" },
      { line: 6, text: "d" },
    ]);
});

test("lets go of a line that is too long and reads on, for every cut", () => {
  for (const pieces of everyCut("a\nbbbbbbbb\nc\n"))
    expect(split(pieces, 4)).toEqual([
      { line: 1, text: "a" },
      { line: 2, text: undefined },
      { line: 3, text: "c" },
    ]);
});
