import { expect, it } from "vitest";
import { setOwn } from "#values/set-own.ts";

it("sets __proto__ as a member like any other", () => {
  const object: Record<string, unknown> = {};
  setOwn(object, "__proto__", { inherited: true });
  setOwn(object, "plain", 1);
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  expect(Object.keys(object)).toEqual(["__proto__", "plain"]);
  expect(object["inherited"]).toBeUndefined();
});
