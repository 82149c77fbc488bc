import { expect, test } from "vitest";
import { LogLines } from "./log-lines.ts";

test("the 256th line says that the rest is omitted", () => {
  const log = new LogLines();
  for (let line = 1; line <= 300; line++) log.add(`[LOG] ${line}`);
  expect(log.lines).toHaveLength(256);
  expect(log.lines[254]).toBe("[LOG] 255");
  expect(log.lines[255]).toBe("[ERROR] Log overflow (maximum 256). Remaining log lines omitted.");
});

test("255 lines are all there", () => {
  const log = new LogLines();
  for (let line = 1; line <= 255; line++) log.add(`[LOG] ${line}`);
  expect(log.lines.at(-1)).toBe("[LOG] 255");
});
