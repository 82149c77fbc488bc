import { expect, test } from "vitest";
import type { FunctionKind } from "#api/run-function.ts";
import { readFailure } from "./read-failure.ts";

const failure = (message: string, kind: FunctionKind = "mutation", closest?: string) =>
  readFailure({
    errorMessage: `[Request ID: 0123456789abcdef] Server Error\n${message}\n`,
    kind,
    path: "messages:send",
    closest,
  });

test("shows a ConvexError by the message in its data", () => {
  const read = failure(
    'Uncaught ConvexError: {"code":"TICKET_LIMIT","message":"This workspace has reached its limit."}\n    at assertRoom (../convex/limits.ts:41:11)\n    at async handler (../convex/tickets.ts:88:5)',
  );
  expect(read).toMatchObject({
    label: "ConvexError",
    sentence: "This workspace has reached its limit.",
    note: "The function failed and wrote nothing.",
    requestId: "0123456789abcdef",
    frames: ["assertRoom (../convex/limits.ts:41:11)", "async handler (../convex/tickets.ts:88:5)"],
  });
});

test("shows a ConvexError of a plain text by that text", () => {
  expect(failure("Uncaught ConvexError: out of stock").sentence).toBe("out of stock");
  expect(failure('Uncaught ConvexError: {"code":"NO_FUNDS"}').sentence).toBe("NO_FUNDS");
  expect(failure("Uncaught ConvexError: [1,2]").sentence).toBe("[1,2]");
});

test("takes a refused argument apart into sentence, path, value and validator", () => {
  const read = failure(
    "ArgumentValidationError: Object is missing the required field `x`. Consider wrapping the field validator in `v.optional(...)` if this is expected.\nPath: .a\nObject: {a: 1.0}\nValidator: v.object({a: v.float64(), x: v.string()})",
  );
  expect(read).toMatchObject({
    label: "Arguments refused",
    sentence:
      "Object is missing the required field x. Consider wrapping the field validator in v.optional(...) if this is expected.",
    note: "The function did not run.",
    facts: [
      { label: "Path", text: ".a" },
      { label: "Object", text: "{a: 1.0}" },
      { label: "Validator", text: "v.object({a: v.float64(), x: v.string()})" },
    ],
  });
});

test("reads a refusal that has its path on the first line", () => {
  const read = failure(
    'ReturnsValidationError: `1.0` does not match literal validator `v.literal("a")`.Path: .b[0]',
  );
  expect(read.sentence).toBe('`1.0` does not match literal validator v.literal("a")');
  expect(read.facts).toEqual([{ label: "Path", text: ".b[0]" }]);
});

test("says which argument a value that does not fit is", () => {
  const read = failure(
    'ArgumentValidationError: Value does not match validator.\nPath: .customer\nValue: ""\nValidator: v.id("users")',
  );
  expect(read.sentence).toBe("customer does not match its validator.");
  expect(read.facts.map(({ label }) => label)).toEqual(["Path", "Value", "Validator"]);
});

test("names the closest function for one that is not there", () => {
  const read = failure("Could not find public function for 'message:send'.", "query", "messages:send");
  expect(read.sentence).toBe("There is no function message:send that this caller may call.");
  expect(read.next).toContain("Closest: messages:send.");
});

test("offers the kind that a function really has", () => {
  const read = failure(
    "Trying to execute messages.js:send as Query, but it is defined as Mutation.",
    "query",
  );
  expect(read).toMatchObject({ sentence: "messages:send is a mutation, not a query.", runAs: "mutation" });
  expect(failure("Trying to execute a.js:b as Query, but it is defined as Action.").next).toBe(
    "Run it as an action.",
  );
});

test("says what became of the writes by the kind of the call", () => {
  const thrown = "Uncaught TypeError: x is not a function\n    at handler (../convex/a.ts:1:1)";
  expect(failure(thrown, "query").note).toBe("A query writes nothing.");
  expect(failure(thrown, "action").note).toContain("stays done");
  expect(failure(thrown, "mutation")).toMatchObject({ label: "TypeError", sentence: "x is not a function" });
});

test("explains an error whose text the deployment hides", () => {
  const read = readFailure({
    errorMessage: "[Request ID: 0123456789abcdef] Server Error",
    kind: "query",
    path: "a:b",
    closest: undefined,
  });
  expect(read).toMatchObject({ label: "Hidden error", requestId: "0123456789abcdef", frames: [] });
});

test("knows the limits of time, memory and size, and a deployment that is paused", () => {
  expect(failure("Function execution timed out (maximum duration: 1s)").sentence).toBe(
    "The function ran longer than 1s and was ended.",
  );
  expect(failure("JavaScript execution ran out of memory (maximum memory usage: 64 MB)").label).toBe(
    "Out of memory",
  );
  expect(failure("Function a.js:b return value is too large (actual: 20 MiB, limit: 16 MiB)").label).toBe(
    "Too large",
  );
  expect(failure("Cannot run functions while this deployment is paused. Resume the deployment.").label).toBe(
    "Not running",
  );
});

test("shows a text that it does not know as it is", () => {
  expect(failure("Something new happened").sentence).toBe("Something new happened");
  expect(failure("Uncaught 42")).toMatchObject({ label: "Thrown value", sentence: "42" });
});
