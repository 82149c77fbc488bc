import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;

test("every test that the table of traps names is there", () => {
  const rows = readFileSync(join(folder, "README.md"), "utf8")
    .split("\n")
    .filter(
      (line) => line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| a client that"),
    );
  expect(rows.length).toBeGreaterThanOrEqual(29);
  for (const row of rows) {
    const where = row.split("|").at(-2) ?? "";
    const named = [...where.matchAll(/`([^`]+)`([^`]*)/g)];
    expect(named.length, row).toBeGreaterThan(0);
    for (const [, file = "", rest = ""] of named) {
      const path = file.includes("/") ? join(folder, "../..", file) : join(folder, `${file}.test.ts`);
      expect(existsSync(path), path).toBe(true);
      const tests = readFileSync(path, "utf8");
      for (const [, name = ""] of rest.matchAll(/"([^"]+)"/g)) {
        expect(tests, `${file}: ${name}`).toContain(`"${name.replace(/…$/, "")}`);
      }
    }
  }
});

test("every endpoint has its file and its tests", async () => {
  const { endpoints } = await import("#deployment/endpoints.ts");
  const tests = readdirText(folder);
  for (const { path } of endpoints) {
    expect(tests, path).toContain(path.replace("/*", "").split("/api/streaming_import").at(-1) ?? path);
  }
});

function readdirText(of: string): string {
  const names = ["query", "mutation", "action", "function", "run", "query-batch", "query-ts", "query-at-ts"];
  const own = [
    "plain",
    "cors",
    "list-snapshot",
    "document-deltas",
    "json-schemas",
    "get-table-column-names",
    "test-streaming-export-connection",
    "data-sync",
    "import-airbyte-records",
    "primary-key-indexes",
    "clear-tables",
    "replace-tables",
    "get-schema",
    "check-admin-key",
    "deployment-info",
    "get-indexes",
  ];
  return [...names, ...own].map((name) => readFileSync(join(of, `${name}.test.ts`), "utf8")).join("\n");
}
