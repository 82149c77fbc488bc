import { expect, test } from "vitest";
import type { FunctionSpec } from "#api/system-queries.ts";
import { findFunction } from "./find-function.ts";
import { groupFunctions } from "./group-functions.ts";

const spec = (path: string): FunctionSpec => ({
  path,
  kind: "query",
  isInternal: false,
  args: { type: "any" },
  returns: { type: "any" },
});
const specs = ["users:list", "messages:send", "reports/daily:summary", "messages:list", "health"].map(spec);

test("groups functions by module, both in order", () => {
  const groups = groupFunctions(specs, "");
  expect(groups.map((group) => [group.module, group.functions.map(({ name }) => name)])).toEqual([
    ["health", ["default"]],
    ["messages", ["list", "send"]],
    ["reports/daily", ["summary"]],
    ["users", ["list"]],
  ]);
});

test("keeps what the letters of a search occur in", () => {
  const paths = groupFunctions(specs, "mlist").flatMap((group) =>
    group.functions.map(({ spec: { path } }) => path),
  );
  expect(paths).toEqual(["messages:list"]);
});

test("knows a function by every spelling of its path", () => {
  for (const typed of ["messages:list", "messages.js:list", " messages:list ", "messages/:list"]) {
    expect(findFunction(specs, typed)?.path, typed).toBe("messages:list");
  }
  expect(findFunction(specs, "health:default")?.path).toBe("health");
  expect(findFunction(specs, "messages")).toBeUndefined();
  expect(findFunction(specs, "")).toBeUndefined();
});
