import { expect, test } from "vitest";
import { logLine, unquotedLogLine } from "./log-line.ts";

test("strings are quoted, other values printed as they are", () => {
  expect(logLine("LOG", ["hello", 1, -0, 10n, null, undefined])).toBe(
    "[LOG] 'hello' 1 -0 10n null undefined",
  );
  expect(logLine("WARN", ["it's", "a\nb"])).toBe("[WARN] 'it\\'s' 'a\\nb'");
  expect(logLine("LOG", [])).toBe("[LOG] ");
});

test("objects break over lines, lists stay on one", () => {
  expect(logLine("DEBUG", [{ a: 1, b: "x" }])).toBe("[DEBUG] {\n  a: 1,\n  b: 'x'\n}");
  expect(logLine("INFO", [[1, 2, 3], [], {}])).toBe("[INFO] [ 1, 2, 3 ] [] {}");
});

test("nesting beyond five levels is not shown", () => {
  expect(logLine("LOG", [{ a: { b: { c: { d: { e: { f: 1 } } } } } }])).toContain("e: [Object]");
  expect(logLine("LOG", [{ a: { b: { c: { d: { e: 1 } } } } }])).toContain("e: 1");
});

test("a line is cut at 32,768 bytes, and never inside a character", () => {
  const note = " (truncated due to length)";
  expect(unquotedLogLine("LOG", "x".repeat(32_768))).toHaveLength("[LOG] ".length + 32_768);
  expect(unquotedLogLine("LOG", "x".repeat(32_769))).toBe(`[LOG] ${"x".repeat(32_768)}${note}`);
  expect(unquotedLogLine("LOG", "€".repeat(20_000))).toBe(`[LOG] ${"€".repeat(10_922)}${note}`);
});

test("a value that cannot be printed does not fail its function", () => {
  const spiteful = {
    get field(): never {
      throw new Error("no");
    },
  };
  expect(logLine("LOG", [spiteful, 1])).toBe("[LOG] [Uninspectable] 1");
});
