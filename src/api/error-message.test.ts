import { expect, test } from "vitest";
import { readErrorMessage } from "./error-message.ts";

test("takes request id, message and stack apart", () => {
  const text =
    "[Request ID: 0123456789abcdef] Server Error\nUncaught Error: boom\n    at thrower (../convex/errors.ts:4:11)\n    at async handler (../convex/errors.ts:9:3)\n";
  expect(readErrorMessage(text)).toEqual({
    requestId: "0123456789abcdef",
    text: "Uncaught Error: boom",
    frames: ["thrower (../convex/errors.ts:4:11)", "async handler (../convex/errors.ts:9:3)"],
    hidden: false,
  });
});

test("keeps a message of many lines whole", () => {
  const text =
    "[Request ID: a] Server Error\nObject is missing a field.\n\nObject: {a: 1.0}\nValidator: v.string()\n";
  expect(readErrorMessage(text).text).toBe(
    "Object is missing a field.\n\nObject: {a: 1.0}\nValidator: v.string()",
  );
});

test("knows that the deployment hides the message", () => {
  expect(readErrorMessage("[Request ID: a] Server Error")).toEqual({
    requestId: "a",
    text: "",
    frames: [],
    hidden: true,
  });
});

test("takes text without the first line as it is", () => {
  expect(readErrorMessage("Could not find function")).toMatchObject({
    requestId: undefined,
    text: "Could not find function",
    hidden: false,
  });
});
