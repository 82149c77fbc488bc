import { expect, test } from "vitest";
import { ProblemError } from "#api/problem.ts";
import { problemWords } from "#api/problem-words.ts";
import { day } from "#contract/target.ts";
import { openTargets } from "#contract/open-targets.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { importRecords } from "./import-records.ts";
import { openClient } from "./open-client.ts";

const { embedded } = openTargets();

/** The stable id of what a call met, by which its help is found. */
async function idOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return problemWords(error.problem).id;
  return `no problem: ${String(error)}`;
}

test("tells no key, a wrong key and a malformed one apart", async () => {
  const target = await embedded();
  const ids = [undefined, "happy-animal-123|01dead", "prod:abcd"].map(async (key) =>
    idOf(openClient(target, { key }).listSnapshot({})),
  );
  expect(await Promise.all(ids)).toEqual(["no-key", "wrong-key", "malformed-key"]);
});

test("tells a plan without export from a key without permission", async () => {
  const poor = await embedded({ hasStreamingExport: false });
  expect(await idOf(openClient(poor).testStreamingExportConnection())).toBe("export-not-in-plan");
  const target = await embedded({ keys: [{ secret: "01aa", allowedOps: ["deployment:functions:run"] }] });
  const limited = openClient(target, { key: "happy-animal-123|01aa" });
  expect(await idOf(limited.listSnapshot({}))).toBe("no-permission");
  expect(await limited.checkAdminKey()).toEqual({
    allowedOps: ["deployment:functions:run"],
    isReadOnly: false,
  });
});

test("says that an instant is too old or has not come", async () => {
  const client = openClient(await embedded({ hasSchema: false }));
  await importRecords(client, "people", [{ id: 1 }]);
  expect(await idOf(client.listSnapshot({ snapshot: asTimestamp(1n) }))).toBe("snapshot-too-old");
  const { snapshot } = await client.listSnapshot({});
  expect(await idOf(client.listSnapshot({ snapshot: asTimestamp(snapshot + 1n) }))).toBe("snapshot-too-new");
});

test("says that the change log does not reach back so far", async () => {
  const target = await embedded({ hasSchema: false });
  const client = openClient(target);
  await importRecords(client, "people", [{ id: 1 }]);
  const { snapshot } = await client.listSnapshot({});
  target.clock.advance(20n * day);
  await importRecords(client, "people", [{ id: 2 }]);
  expect(await idOf(client.documentDeltas({ cursor: snapshot }))).toBe("changes-too-old");
});

test("says that a walk has lost its place", async () => {
  const client = openClient(await embedded());
  expect(await idOf(client.listSnapshot({ cursor: "nonsense" }))).toBe("walk-lost");
});

test("reads through a deployment that often fails", async () => {
  const path = "/api/list_snapshot";
  const target = await embedded({
    hasSchema: false,
    faults: [
      { kind: "drop-before", path, rate: 0.2 },
      { kind: "status-before", status: 503, path, rate: 0.2 },
      { kind: "truncate", path, rate: 0.1 },
    ],
    faultSeed: 7,
    pageSize: { listSnapshot: 5, documentDeltas: 128, dataSync: 10 },
  });
  const client = openClient(target);
  await importRecords(
    client,
    "people",
    Array.from({ length: 40 }, (_, id) => ({ id })),
  );
  let read = 0;
  let page = await client.listSnapshot({ tableName: "people" });
  for (;;) {
    read += page.documents.length;
    if (!page.hasMore) break;
    page = await client.listSnapshot({ tableName: "people", snapshot: page.snapshot, cursor: page.cursor });
  }
  expect(read).toBe(40);
  expect(target.faultCounts().reduce((sum, count) => sum + count.struck, 0)).toBeGreaterThan(0);
  expect(client.log.totals().retried).toBeGreaterThan(0);
});
