import { expect, test } from "vitest";
import { readLogLine } from "./log-line.ts";

test.each([
  ["[LOG] 'hello' 1", "log", "'hello' 1"],
  ["[ERROR] 'no'", "error", "'no'"],
  ["[WARN] Timer 'x' does not exist", "warn", "Timer 'x' does not exist"],
  ["[INFO] label: 12ms", "info", "label: 12ms"],
  ["[DEBUG] {\n  a: 1\n}", "debug", "{\n  a: 1\n}"],
  ["[LOG]", "log", ""],
])("reads %j", (line, level, text) => {
  expect(readLogLine(line)).toEqual({ level, text });
});

test("leaves a line of another form as it is", () => {
  expect(readLogLine("[OTHER] x")).toEqual({ level: "log", text: "[OTHER] x" });
  expect(readLogLine("plain")).toEqual({ level: "log", text: "plain" });
});
