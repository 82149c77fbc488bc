import { expect, test } from "vitest";
import { pathClipboard, valueClipboard } from "./value-clipboard.ts";

test("leaves are copied as they are, the rest as JSON that keeps types", () => {
  expect(valueClipboard('say "hi"')).toBe('say "hi"');
  expect(valueClipboard(9_007_199_254_740_993n)).toBe("9007199254740993");
  expect(valueClipboard(-0)).toBe("-0");
  expect(valueClipboard({ n: 1n })).toBe('{\n  "n": {\n    "$integer": "AQAAAAAAAAA="\n  }\n}');
});

test("a path is what JavaScript would write", () => {
  const root = { attachments: [{ name: "x" }], "first name": [1] };
  expect(pathClipboard(root, [0, 0, 0])).toBe("attachments[0].name");
  expect(pathClipboard(root, [1, 0])).toBe('["first name"][0]');
  expect(pathClipboard(root, [])).toBe("");
});
