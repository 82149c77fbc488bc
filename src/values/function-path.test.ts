import fc from "fast-check";
import { expect, it } from "vitest";
import {
  FunctionPathError,
  parseFunctionPath,
  printFullFunctionPath,
  printFunctionPath,
} from "#values/function-path.ts";

it.each([
  ["messages:list", "messages.js", "list"],
  ["messages.js:list", "messages.js", "list"],
  ["messages/:list", "messages.js", "list"],
  ["dir/file:fn", "dir/file.js", "fn"],
  ["a//b/./c:fn", "a/b/c.js", "fn"],
  ["messages", "messages.js", "default"],
  ["_system/cli/modules:apiSpec", "_system/cli/modules.js", "apiSpec"],
  ["a.b/c:f", "a.b/c.js", "f"],
])("reads %s", (text, module, name) => {
  expect(parseFunctionPath(text)).toEqual({ module, function: name });
});

it.each([
  ["/messages:list", "Module paths must be relative (/messages is absolute)."],
  ["", "Module path  doesn't have a filename."],
  [":list", "Module path  doesn't have a filename."],
  ["my.mod:list", "Module path (my.mod) has an extension that isn't 'js'."],
  ["api.messages.list", "Module path (api.messages.list) has an extension that isn't 'js'."],
  ["a-b:list", "Path component a-b.js can only contain alphanumeric characters, underscores, or periods."],
  ["a b/c", "Path component a b can only contain alphanumeric characters, underscores, or periods."],
  ["_/c", "Path component _ must have at least one alphanumeric character."],
  [`${"x".repeat(62)}:f`, "Path component is too long (65 > maximum 64)."],
  ["messages:", "Identifier cannot be empty"],
  [
    "messages:1",
    "Invalid first character '1' in 1: Identifiers must start with an alphabetic character or underscore",
  ],
  ["messages:__", "Identifier __ cannot have exclusively underscores"],
  [
    "a:b:c-d",
    "Identifier c-d has invalid character '-': Identifiers can only contain alphanumeric characters or underscores",
  ],
  ["a:b:c", "Path component a:b.js can only contain alphanumeric characters, underscores, or periods."],
  ["a/../b", "Invalid path component ParentDir in a/../b."],
  ["./a", "Invalid path component CurDir in ./a."],
])("refuses %j with the server's reason", (text, reason) => {
  expect(() => parseFunctionPath(text)).toThrow(new FunctionPathError(text, reason));
});

it("gives the whole sentence of the server", () => {
  expect(() => parseFunctionPath("/messages:list")).toThrow(
    "/messages:list is not a valid path to a Convex function. Module paths must be relative (/messages is absolute).",
  );
});

it("prints the short and the full spelling", () => {
  expect(printFunctionPath({ module: "dir/file.js", function: "fn" })).toBe("dir/file:fn");
  expect(printFunctionPath({ module: "dir/file.js", function: "default" })).toBe("dir/file");
  expect(printFullFunctionPath({ module: "dir/file.js", function: "default" })).toBe("dir/file.js:default");
});

it("reads what it printed", () => {
  const component = fc.stringMatching(/^[A-Za-z0-9_]{0,8}[A-Za-z0-9]$/);
  const path = fc.record({
    module: fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("/")}.js`),
    function: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,9}$/),
  });
  fc.assert(
    fc.property(path, (parsed) => {
      expect(parseFunctionPath(printFunctionPath(parsed))).toEqual(parsed);
      expect(parseFunctionPath(printFullFunctionPath(parsed))).toEqual(parsed);
    }),
  );
});
