import { expect, test } from "vitest";
import { isOwnHost } from "./run-time-config.ts";

test("takes this machine's own names with the server's port as its own", () => {
  for (const host of ["localhost:4173", "127.0.0.1:4173", "[::1]:4173", "LOCALHOST:4173"]) {
    expect(isOwnHost(host, 4173)).toBe(true);
  }
});

test("takes a name without a port as port 80", () => {
  expect(isOwnHost("localhost", 80)).toBe(true);
  expect(isOwnHost("localhost", 4173)).toBe(false);
});

test("refuses another site's name, another port, and none", () => {
  for (const host of [
    "evil.example:4173",
    "localhost:4174",
    "localhost.evil.example:4173",
    "",
    "127.0.0.1:4173:1",
  ]) {
    expect(isOwnHost(host, 4173)).toBe(false);
  }
  expect(isOwnHost(undefined, 4173)).toBe(false);
});
