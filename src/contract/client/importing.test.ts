import { expect, test } from "vitest";
import type { Client } from "#api/client.ts";
import { openTargets } from "#contract/open-targets.ts";
import { printJson, type Json } from "#values/json.ts";
import { openClient } from "./open-client.ts";

const { embedded } = openTargets();

const path = "/api/streaming_import/import_airbyte_records";

function batch(
  table: string,
  records: readonly Json[],
  primaryKey: Json = null,
): { body: string; records: number } {
  const messages = records.map((data) => ({ tableName: table, data }));
  return {
    body: printJson({ tables: { [table]: { primaryKey, jsonSchema: {} } }, messages }),
    records: records.length,
  };
}

async function fieldsOf(client: Client, tableName: string) {
  const { documents } = await client.listSnapshot({ tableName });
  return documents.map((document) => document.fields);
}

async function untilReady(client: Client, table: string) {
  for (let asked = 0; asked < 1000; asked += 1) {
    const index = await client.primaryKeyIndex(table);
    if (index.kind === "ready") return asked;
  }
  throw new Error("The index never became ready.");
}

test("appends a batch and reads it back", async () => {
  const client = openClient(await embedded({ hasSchema: false }));
  const result = await client.importAirbyteRecords(
    batch("people", [
      { id: 1, name: "Ann" },
      { id: 2, name: "Bo" },
    ]),
  );
  expect(result.kind).toBe("written");
  const names = (await fieldsOf(client, "people")).map((fields) => fields["name"]);
  expect(new Set(names)).toEqual(new Set(["Ann", "Bo"]));
});

test("replaces by key once the index is ready", async () => {
  const target = await embedded({ hasSchema: false });
  const client = openClient(target);
  expect(await client.primaryKeyIndex("people")).toEqual({ kind: "missing" });
  await client.addPrimaryKeyIndexes({ people: [["id"]] });
  expect((await client.primaryKeyIndex("people")).kind).toBe("building");
  expect(await client.importAirbyteRecords(batch("people", [{ id: 1 }], [["id"]]))).toMatchObject({
    kind: "refused",
    problem: { code: "IndexBackfillingError" },
  });
  target.clock.advance(10_000_000_000n);
  await untilReady(client, "people");
  await client.importAirbyteRecords(batch("people", [{ id: 1, name: "Ann" }], [["id"]]));
  await client.importAirbyteRecords(batch("people", [{ id: 1, name: "Anna" }], [["id"]]));
  expect(await fieldsOf(client, "people")).toEqual([{ id: 1, name: "Anna" }]);
});

test("empties tables", async () => {
  const client = openClient(await embedded({ hasSchema: false }));
  await client.importAirbyteRecords(batch("people", [{ id: 1 }]));
  await client.clearTables(["people"]);
  expect(await fieldsOf(client, "people")).toEqual([]);
});

test("proves that nothing of a refused batch was written", async () => {
  const client = openClient(await embedded({ hasSchema: false }));
  const body = printJson({ tables: {}, messages: [{ tableName: "people", data: { id: 1 } }] });
  expect(await client.importAirbyteRecords({ body, records: 1 })).toMatchObject({
    kind: "refused",
    problem: { code: "MissingStream" },
  });
  expect(await client.importAirbyteRecords({ body: "{", records: 1 })).toMatchObject({
    kind: "refused",
    problem: { code: "BadJsonBody" },
  });
  expect(await client.tables()).toEqual([]);
});

test.each([
  { kind: "drop-after" },
  { kind: "status-after", status: 503 },
  { kind: "status-after", status: 500 },
  { kind: "status-after", status: 429 },
  { kind: "status-after", status: 408 },
  { kind: "raw", body: "{}" },
] as const)("sends a batch once and says that its fate is unknown after %j", async (fault) => {
  const target = await embedded({ hasSchema: false, faults: [{ ...fault, path, rate: 1 }] });
  const client = openClient(target);
  expect(await client.importAirbyteRecords(batch("people", [{ id: 1 }]))).toMatchObject({ kind: "unknown" });
  expect(target.faultCounts()).toMatchObject([{ asked: 1, struck: 1 }]);
  const written = await fieldsOf(client, "people");
  expect(written).toEqual(fault.kind === "raw" ? [] : [{ id: 1 }]);
});
