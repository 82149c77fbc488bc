import { expect, test } from "vitest";
import { runPath } from "./run-path.ts";

test.each([
  ["messages:list", "/api/run/messages/list"],
  ["messages.js:list", "/api/run/messages/list"],
  ["reports/daily:summary", "/api/run/reports/daily/summary"],
  ["health", "/api/run/health/default"],
  ["a b:c?d", "/api/run/a%2520b/c%253Fd"],
])("spells %j as a path", (path, url) => {
  expect(runPath(path)).toBe(url);
});
