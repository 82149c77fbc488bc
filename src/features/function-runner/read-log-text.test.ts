import fc from "fast-check";
import inspect from "object-inspect";
import { expect, test } from "vitest";
import { readLogText } from "./read-log-text.ts";

const shown = (text: string) =>
  readLogText(text)
    .map((part) => part.text)
    .join("");

test("takes the quotes off a text and leaves the rest as printed", () => {
  expect(readLogText("'hello' 1 -0 10n null undefined")).toEqual([
    { kind: "text", text: "hello" },
    { kind: "printed", text: " " },
    { kind: "number", text: "1" },
    { kind: "printed", text: " " },
    { kind: "number", text: "-0" },
    { kind: "printed", text: " " },
    { kind: "number", text: "10n" },
    { kind: "printed", text: " " },
    { kind: "word", text: "null" },
    { kind: "printed", text: " " },
    { kind: "word", text: "undefined" },
  ]);
});

test("gives back quotes, backslashes, line ends and control characters that were escaped", () => {
  expect(readLogText(String.raw`'it\'s a \\ line\nand \x1B[1m'`)).toEqual([
    { kind: "text", text: "it's a \\ line\nand \u001b[1m" },
  ]);
});

test("leaves texts inside an object in their quotes", () => {
  const object = "{\n  a: 1,\n  b: 'x } y'\n}";
  expect(readLogText(`'ticket' ${object} 'done'`)).toEqual([
    { kind: "text", text: "ticket" },
    { kind: "printed", text: ` ${object} ` },
    { kind: "text", text: "done" },
  ]);
});

test("is not misled by an apostrophe in an error's message", () => {
  expect(shown("[Error: can't go on] 'next'")).toBe("[Error: can't go on] next");
});

test("shows what is no printed argument as it is", () => {
  for (const text of [
    "author: 3ms",
    "it's: 12ms",
    "Timer 'x' does not exist",
    "Log overflow (maximum 256).",
  ]) {
    expect(shown(text)).toBe(text);
  }
});

test("shows a text that was cut as it is", () => {
  expect(shown("'abc (truncated due to length)")).toBe("'abc (truncated due to length)");
});

test("gives back every text that the deployment's printer quotes", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 }), (texts) => {
      const line = texts.map((text) => inspect(text, { indent: 2, depth: 5 })).join(" ");
      const read = readLogText(line).filter((part) => part.kind === "text");
      expect(read.map((part) => part.text)).toEqual(texts);
    }),
  );
});

test("loses no character of printed values", () => {
  fc.assert(
    fc.property(fc.array(fc.object({ maxDepth: 3 }), { maxLength: 3 }), (values) => {
      const line = values.map((value) => inspect(value, { indent: 2, depth: 5 })).join(" ");
      expect(shown(line)).toBe(line);
    }),
  );
});
