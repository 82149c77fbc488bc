import { expect, test } from "vitest";
import { lockFaults } from "./lock-file.ts";

const manifest = { dependencies: { a: "1.0.0" }, devDependencies: {} };

test("names an optional dependency that has no entry", () => {
  const lock = { packages: { "node_modules/a": { optionalDependencies: { "a-linux": "1.0.0" } } } };
  expect(lockFaults(lock, manifest)).toEqual([
    "node_modules/a wants a-linux, which the lock file does not hold.",
  ]);
});

test("finds an optional dependency beside its package or above it", () => {
  const wants = { optionalDependencies: { b: "1.0.0" } };
  expect(lockFaults({ packages: { "node_modules/a": wants, "node_modules/b": {} } }, manifest)).toEqual([]);
  expect(
    lockFaults({ packages: { "node_modules/a": wants, "node_modules/a/node_modules/b": {} } }, manifest),
  ).toEqual([]);
});

test("names a version that is not pinned and an address of another registry", () => {
  const lock = { packages: { "node_modules/a": { resolved: "https://mirror.example/a.tgz" } } };
  expect(lockFaults(lock, { dependencies: { a: "^1.0.0" }, devDependencies: {} })).toEqual([
    "node_modules/a is bound to one address: https://mirror.example/a.tgz.",
    "a is not pinned: ^1.0.0.",
  ]);
});
