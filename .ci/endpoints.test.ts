import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Endpoints whose tests stand together in one file, because none makes sense without the other. */
const testedTogether: Readonly<Record<string, string>> = {
  "add-primary-key-indexes": "primary-key-indexes",
  "primary-key-indexes-ready": "primary-key-indexes",
  "data-sync-cursor-from-deltas": "data-sync",
  "list-active-syncs": "data-sync",
};

/** What the public documentation lists, and the file of the dashboard's shore that calls it. */
const calledBy: Readonly<Record<string, string>> = {
  query: "run-function",
  mutation: "run-function",
  action: "run-function",
  run: "run-function",
  "json-schemas": "json-schemas",
  "list-snapshot": "list-snapshot",
  "document-deltas": "document-deltas",
  "add-primary-key-indexes": "primary-key-indexes",
  "clear-tables": "clear-tables",
  "import-airbyte-records": "import-airbyte-records",
};

/** Documented, and yet not called: a browser cannot send the one, and deployments always refuse the other. */
const notCalled = ["primary-key-indexes-ready", "replace-tables"];

const endpoints = readdirSync("src/deployment/endpoints")
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => file.replace(/\.ts$/, ""));

test("every endpoint of the embedded deployment has its contract test", () => {
  const untested = endpoints.filter(
    (name) => !existsSync(`src/contract/${testedTogether[name] ?? name}.test.ts`),
  );
  expect(untested).toEqual([]);
});

test("every documented endpoint stands on both shores", () => {
  expect(endpoints).toEqual(expect.arrayContaining([...Object.keys(calledBy), ...notCalled]));
  const uncalled = Object.values(calledBy).filter((name) => !existsSync(`src/api/${name}.ts`));
  expect(uncalled).toEqual([]);
});

test("every place is in the table that the accessibility tests visit", () => {
  const visited = readFileSync("e2e/place-table.ts", "utf8");
  const places = readdirSync("src/places")
    .filter((file) => file.endsWith("-place.ts"))
    .map((file) => file.replace("-place.ts", ""));
  expect(places.length).toBeGreaterThan(4);
  expect(places.filter((name) => !visited.includes(`name: "${name}"`))).toEqual([]);
});
