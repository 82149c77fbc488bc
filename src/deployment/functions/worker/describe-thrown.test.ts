import { ConvexError } from "convex/values";
import { expect, test } from "vitest";
import { describeThrown } from "./describe-thrown.ts";
import { OutOfMemory } from "./refuse-huge-texts.ts";

const root = "/nowhere/";

test("an error has its name and message, one without a message only its name", () => {
  expect(describeThrown(new RangeError("too far"), root)).toEqual({
    kind: "threw",
    message: "Uncaught RangeError: too far",
    frames: "",
  });
  expect(describeThrown(new Error(""), root)).toMatchObject({ message: "Uncaught Error" });
});

test("what is no error is told as text", () => {
  expect(describeThrown("text", root)).toMatchObject({ message: "Uncaught text" });
  expect(describeThrown(null, root)).toMatchObject({ message: "Uncaught null" });
  expect(describeThrown(Object.create(null), root)).toMatchObject({ message: "Uncaught [object Object]" });
});

test("a ConvexError brings its data as the text that its registration made of it", () => {
  const plain = new ConvexError<string>("no funds");
  plain.data = JSON.stringify(plain.data);
  expect(describeThrown(plain, root)).toMatchObject({
    message: "Uncaught ConvexError: no funds",
    data: '"no funds"',
  });
  const object = new ConvexError<never>({ code: 1 } as never);
  object.data = '{"code":1}' as never;
  expect(describeThrown(object, root)).toMatchObject({
    message: 'Uncaught ConvexError: {"code":1}',
    data: '{"code":1}',
  });
});

test("a message is cut at 65,536 bytes", () => {
  const described = describeThrown(new Error("€".repeat(30_000)), root);
  const message = described.kind === "threw" ? described.message : "";
  const bytes = new TextEncoder().encode(message).length;
  expect(bytes).toBeLessThanOrEqual(65_536);
  expect(bytes).toBeGreaterThan(65_533);
});

test("what would have exhausted the memory is not an error of the function", () => {
  expect(describeThrown(new OutOfMemory(), root)).toEqual({ kind: "outOfMemory" });
});
