import { expect, test } from "vitest";
import { readKey } from "./read-key.ts";

test("tells the deployment and its kind from the prefix", () => {
  expect(readKey("prod:careful-otter-412|01abcd")).toMatchObject({
    kind: "production",
    deployment: "careful-otter-412",
  });
  expect(readKey("dev:tall-crane-215|01abcd")).toMatchObject({
    kind: "development",
    deployment: "tall-crane-215",
  });
  expect(readKey("tall-crane-215|01abcd")).toMatchObject({ kind: "unnamed", deployment: "tall-crane-215" });
});

test("takes a team's name in a preview key for no deployment", () => {
  expect(readKey("preview:team:app|01abcd")).toMatchObject({ kind: "preview", deployment: undefined });
  expect(readKey("project:team:app|01abcd")).toMatchObject({ kind: "project", deployment: undefined });
});

test("knows nothing about a key without a bar", () => {
  expect(readKey("01abcdef")).toEqual({
    key: "01abcdef",
    kind: "unnamed",
    deployment: undefined,
    shown: "",
    mended: undefined,
  });
});

test("never shows a character after the bar", () => {
  expect(readKey("prod:careful-otter-412|01abcd")?.shown).toBe("prod:careful-otter-412|");
  expect(readKey("01abcd")?.shown).toBe("");
});

test.each([
  "prod:careful-otter-412|01abcd ",
  "\tprod:careful-otter-412|01abcd\r\n",
  "prod:careful-otter-412|\n01abcd",
  '"prod:careful-otter-412|01abcd"',
  "\u200bprod:careful-otter-412|01\u200babcd\ufeff",
  "Convex prod:careful-otter-412|01abcd",
  "Authorization: Convex prod:careful-otter-412|01abcd",
])("mends %j and says so", (pasted) => {
  const read = readKey(pasted);
  expect(read?.key).toBe("prod:careful-otter-412|01abcd");
  expect(read?.mended).toMatch(/removed\.$/);
});

test("says that a space at the end was removed", () => {
  expect(readKey("dev:a-b-1|01 ")?.mended).toBe("A space at its end was removed.");
});

test("reads nothing from nothing", () => {
  expect(readKey("")).toBeUndefined();
  expect(readKey(" \u200b\n")).toBeUndefined();
});
