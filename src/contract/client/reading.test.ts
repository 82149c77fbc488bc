import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "#api/client.ts";
import type { SnapshotPage } from "#api/list-snapshot.ts";
import { openDeployment, type EmbeddedTarget } from "#contract/target.ts";
import { openTargets } from "#contract/open-targets.ts";
import type { Delta, Document } from "#values/document.ts";
import { asTimestamp, type Timestamp } from "#values/timestamp.ts";
import { importRecords } from "./import-records.ts";
import { openClient } from "./open-client.ts";

const { embedded } = openTargets();

// One for all: filling it with the sample takes longer than the tests do.
let sample: EmbeddedTarget;
beforeAll(async () => {
  const pageSize = { listSnapshot: 20, documentDeltas: 128, dataSync: 10 };
  sample = await openDeployment({ hasSample: true, pageSize });
}, 60_000);
afterAll(() => sample.close());

async function walk(
  client: Client,
  tableName: string,
): Promise<{ documents: Document[]; pages: SnapshotPage[] }> {
  const documents: Document[] = [];
  const pages: SnapshotPage[] = [];
  let page: SnapshotPage | undefined;
  do {
    page = await client.listSnapshot({ tableName, snapshot: page?.snapshot, cursor: page?.cursor });
    pages.push(page);
    documents.push(...page.documents);
  } while (page.hasMore);
  return { documents, pages };
}

async function changesSince(client: Client, since: Timestamp, tableName?: string): Promise<Delta[]> {
  const deltas: Delta[] = [];
  for (let cursor = since; ;) {
    const page = await client.documentDeltas({ cursor, tableName });
    deltas.push(...page.deltas);
    if (!page.hasMore) return deltas;
    cursor = page.cursor;
  }
}

test("walks a table in small pages and gives every document once, all of one instant", async () => {
  const client = openClient(sample);
  const { documents, pages } = await walk(client, "users");
  expect(pages.length).toBeGreaterThan(5);
  expect(new Set(pages.map((page) => page.snapshot)).size).toBe(1);
  expect(new Set(documents.map((document) => document.id)).size).toBe(documents.length);
  expect(documents).toHaveLength(await client.tableSize("users"));
});

test("keeps the instant of a walk while others write", async () => {
  const client = openClient(sample);
  const first = await client.listSnapshot({ tableName: "messages" });
  const [ticket] = (await client.listSnapshot({ tableName: "tickets" })).documents;
  const [author] = (await client.listSnapshot({ tableName: "users" })).documents;
  const sent = await client.runFunction({
    path: "messages:send",
    kind: "mutation",
    args: { ticket: ticket?.id ?? "", author: author?.id ?? "", body: "later" },
    caller: "key",
  });
  if (sent.kind !== "succeeded") throw new Error(sent.errorMessage);
  const seen = [...first.documents];
  for (let page = first; page.hasMore;) {
    page = await client.listSnapshot({
      tableName: "messages",
      snapshot: first.snapshot,
      cursor: page.cursor,
    });
    seen.push(...page.documents);
  }
  expect(seen.map((document) => document.id)).not.toContain(sent.value);
  const changes = await changesSince(client, first.snapshot, "messages");
  expect(changes).toMatchObject([{ kind: "written", id: sent.value, fields: { body: "later" } }]);
});

test("reads integers, bytes and odd numbers as themselves", async () => {
  const client = openClient(sample);
  const values = (
    await Promise.all(["users", "tickets", "attachments", "events"].map((table) => walk(client, table)))
  )
    .flatMap(({ documents }) => documents)
    .flatMap((document) => Object.values(document.fields));
  expect(values.some((value) => typeof value === "bigint")).toBe(true);
  expect(values.some((value) => value instanceof Uint8Array)).toBe(true);
  expect(values.some((value) => typeof value === "number" && !Number.isFinite(value))).toBe(true);
});

test("reads the whole history to the state of the snapshot", async () => {
  const client = openClient(sample);
  const { documents } = await walk(client, "tickets");
  const latest = new Map<string, Delta>();
  let before = 0n;
  for (const delta of await changesSince(client, asTimestamp(0n), "tickets")) {
    expect(delta.ts).toBeGreaterThanOrEqual(before);
    before = delta.ts;
    latest.set(delta.id, delta);
  }
  const alive = [...latest.values()].filter((delta) => delta.kind === "written");
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const written = documents.map((document) => ({ kind: "written", ...document }) as const);
  expect(alive.toSorted(byId)).toEqual(written.toSorted(byId));
});

test("shows a deletion as one", async () => {
  const deltas = await changesSince(openClient(sample), asTimestamp(0n));
  const deleted = deltas.filter((delta) => delta.kind === "deleted");
  expect(deleted.length).toBeGreaterThan(0);
  for (const delta of deleted) expect(delta).not.toHaveProperty("fields");
});

test("gives one table only of a deployment that ignores which one was asked for", async () => {
  const client = openClient(await embedded({ hasSchema: false, ignoresTableName: true }));
  const start = await client.queryTs();
  await importRecords(client, "people", [{ id: 1 }, { id: 2 }]);
  await importRecords(client, "places", [{ id: 3 }]);
  const { documents } = await walk(client, "people");
  expect(documents.map((document) => document.table)).toEqual(["people", "people"]);
  const deltas = await changesSince(client, start, "places");
  expect(deltas.map((delta) => delta.table)).toEqual(["places"]);
});

test("knows the latest commit to the last digit", async () => {
  const client = openClient(sample);
  const { snapshot } = await client.listSnapshot({ tableName: "users" });
  expect(await client.queryTs()).toBe(snapshot);
  expect(snapshot % 256n).not.toBe(0n);
});

test("describes tables with their shapes and names their columns", async () => {
  const client = openClient(sample);
  const schemas = await client.jsonSchemas();
  const columns = await client.getTableColumnNames();
  expect(schemas.map((table) => table.name)).toEqual(columns.map((table) => table.name));
  expect(await client.tables()).toEqual(columns.map((table) => table.name));
  const users = schemas.find((table) => table.name === "users");
  expect(users?.component).toBe("");
  expect(users?.shape.kind).toBe("object");
});
