import { expect, test } from "vitest";
import { OutOfMemory, refuseHugeTexts } from "./refuse-huge-texts.ts";

/** A scope whose text functions are copies, so that the test's own stay as they are. */
function scope() {
  const own = {
    JSON: { stringify: JSON.stringify.bind(JSON) },
    String: { prototype: { repeat: (count: number) => "ab".repeat(count) } },
  };
  refuseHugeTexts(own as unknown as typeof globalThis);
  return own;
}

test("texts of ordinary size are made as always", () => {
  const { JSON: json, String: string } = scope();
  expect(json.stringify({ a: ["x", 1, null] })).toBe('{"a":["x",1,null]}');
  expect(string.prototype.repeat.call("ab", 3)).toBe("ababab");
});

test("a repeated text beyond 24 million characters is not made", () => {
  expect(() => scope().String.prototype.repeat.call("x", 25_165_825)).toThrow(OutOfMemory);
  expect(() => scope().String.prototype.repeat.call("x", Infinity)).toThrow(OutOfMemory);
});

test("nor is JSON of texts that have as many together", () => {
  const tenMillion = "x".repeat(10_000_000);
  expect(() => scope().JSON.stringify([tenMillion, { a: tenMillion, b: tenMillion }])).toThrow(OutOfMemory);
});
