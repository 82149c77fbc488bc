import { expect, test } from "vitest";
import { defaultsToEncoded, readClientVersion } from "./client-version.ts";

test("the version is the longest semver from the left", () => {
  expect(readClientVersion("npm-cli-1.2.3")).toEqual({ client: "npm-cli", version: [1, 2, 3] });
  expect(readClientVersion("NPM-1.2.3-beta.4")).toEqual({ client: "npm", version: [1, 2, 3] });
  expect(readClientVersion("my-tool-1.2")).toEqual({ client: "my", version: undefined });
});

test("old clients of known names get encoded values", () => {
  const cases: [string, boolean][] = [
    ["npm-1.4.0", true],
    ["npm-1.4.1", false],
    ["npm-cli-1.0.0", true],
    ["python-0.4.9", true],
    ["python-convex-0.5.0", false],
    ["deltascope-0.1.0", false],
    ["rust-0.1.0", false],
  ];
  for (const [header, expected] of cases) {
    expect(defaultsToEncoded(readClientVersion(header)), header).toBe(expected);
  }
});
