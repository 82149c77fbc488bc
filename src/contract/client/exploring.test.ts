import { expect, test } from "vitest";
import type { Client } from "#api/client.ts";
import { openTargets } from "#contract/open-targets.ts";
import type { ChangeLog } from "#features/change-history/change-log.ts";
import { createLogReader, type LogReader } from "#features/change-history/log-reader.ts";
import { readLogPage } from "#features/change-history/read-log-page.ts";
import { readSnapshotPage } from "#features/data-explorer/read-snapshot-page.ts";
import { documentAt, type Sight } from "#features/data-explorer/walk.ts";
import { createWalker, type Walker } from "#features/data-explorer/walker.ts";
import type { Document } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { importRecords } from "./import-records.ts";
import { openClient } from "./open-client.ts";

const { embedded } = openTargets();

const pageSize = { listSnapshot: 50, documentDeltas: 20, dataSync: 10 };
const everything: Sight = { first: 0, last: Number.MAX_SAFE_INTEGER };

function rows(count: number, from = 0) {
  return Array.from({ length: count }, (_, at) => ({ n: from + at }));
}

function walkerOf(client: Client, tableName: string, keep = 10_000): Walker {
  return createWalker({
    at: undefined,
    keep,
    read: (request) => readSnapshotPage(client, { tableName }, request),
  });
}

/** Resolves when the job has come to rest; a job that met an error has too. */
function rest(job: Walker | LogReader): Promise<void> {
  return new Promise((resolve) => {
    const stop = job.subscribe(() => {
      if (job.state().isReading) return;
      stop();
      resolve();
    });
  });
}

async function look(walker: Walker, sight: Sight): Promise<readonly (Document | undefined)[]> {
  const resting = rest(walker);
  walker.look(sight);
  await resting;
  expect(walker.state().error).toBeUndefined();
  const { walk } = walker.state();
  const last = Math.min(sight.last, walk.rows - 1);
  return Array.from({ length: last - sight.first + 1 }, (_, at) => documentAt(walk, sight.first + at));
}

test("a table that is written to while it is read is shown as it was at the first page", async () => {
  const client = openClient(await embedded({ pageSize }));
  await importRecords(client, "things", rows(500));
  const walker = walkerOf(client, "things");
  await look(walker, { first: 0, last: 10 });
  expect(walker.state().walk).toMatchObject({ isEnded: false });
  await importRecords(client, "things", rows(70, 1000));

  const documents = await look(walker, everything);
  expect(documents).toHaveLength(500);
  expect(documents.every((document) => Number(document?.fields["n"]) < 1000)).toBe(true);
  expect(walker.state().walk.received).toBeGreaterThan(500 * 50);
});

test("documents that were let go of come back the same, though the table has changed since", async () => {
  const client = openClient(await embedded({ pageSize }));
  await importRecords(client, "things", rows(300));
  const walker = walkerOf(client, "things", 100);
  const before = await look(walker, { first: 0, last: 40 });
  // A person scrolls; who jumped would have all pages in sight, and those are kept.
  for (let first = 50; first <= 250; first += 50) await look(walker, { first, last: first + 49 });
  expect(documentAt(walker.state().walk, 0)).toBeUndefined();
  await client.clearTables(["things"]);

  const again = await look(walker, { first: 0, last: 40 });
  expect(again).toEqual(before);
});

test("of a deployment that sends every table only the wanted one is shown", async () => {
  const client = openClient(await embedded({ pageSize, ignoresTableName: true }));
  await importRecords(client, "others", rows(120));
  await importRecords(client, "things", rows(3));
  await importRecords(client, "more", rows(120));
  const documents = await look(walkerOf(client, "things"), everything);
  expect(documents.map((document) => document?.table)).toEqual(["things", "things", "things"]);
});

/** The documents that the log says there are. */
function replay(log: ChangeLog): Map<string, Document> {
  const alive = new Map<string, Document>();
  for (const { changes } of log.transactions) {
    for (const { id, after } of changes) {
      if (after === undefined) alive.delete(id);
      else alive.set(id, after);
    }
  }
  return alive;
}

test("the log, read in small pages and then followed, leads to what the table holds", async () => {
  const client = openClient(await embedded({ pageSize }));
  await importRecords(client, "things", rows(90));
  let poll = () => {};
  const waits: number[] = [];
  let onWait = () => {};
  const reader = createLogReader({
    since: asTimestamp(0n),
    keep: 10_000,
    read: (cursor, signal) => readLogPage(client, { tableName: "things" }, cursor, signal),
    wait: (ms) =>
      new Promise((resolve) => {
        poll = resolve;
        waits.push(ms);
        onWait();
      }),
  });
  const waiting = () => new Promise<void>((resolve) => (onWait = resolve));

  let next = waiting();
  reader.follow(true);
  await next;
  expect(reader.state()).toMatchObject({ isEnded: true, log: { counts: { inserted: 90 } } });

  await importRecords(client, "things", rows(5, 500));
  next = waiting();
  poll();
  await next;
  expect(reader.state().log.counts.inserted).toBe(95);
  reader.stop();

  const documents = await look(walkerOf(client, "things"), everything);
  const alive = replay(reader.state().log);
  expect(alive.size).toBe(95);
  for (const document of documents) expect(alive.get(document?.id ?? "")).toMatchObject({ ...document });
});
