import { expect, test } from "vitest";
import { openTargets } from "#contract/open-targets.ts";
import type { EmbeddedOptions, EmbeddedTarget } from "#contract/target.ts";
import type { Fault } from "#deployment/faults.ts";
import type { ImportEvent } from "#features/import-wizard/sending/import-event.ts";
import type { ImportMode, ImportPlan } from "#features/import-wizard/sending/import-plan.ts";
import { beginning, importState, type ImportState } from "#features/import-wizard/sending/import-state.ts";
import { sendImport } from "#features/import-wizard/sending/send-import.ts";
import { analyseFile } from "#reading/analyse-file.ts";
import { batchRequest } from "#reading/batch-request.ts";
import { convertRecord } from "#reading/convert-record.ts";
import { detectFormat } from "#reading/file-format.ts";
import { defaultMapping } from "#reading/mapping.ts";
import { packFile, type PackingPlan } from "#reading/pack-file.ts";
import { readRecords } from "#reading/read-records.ts";
import { rehearse } from "#reading/rehearse.ts";
import { printJson, type Json, type JsonObject } from "#values/json.ts";
import { openClient } from "./open-client.ts";

const { embedded } = openTargets();

const path = "/api/streaming_import/import_airbyte_records";
const table = "people";
const limits = { records: 10, bytes: 100_000, size: 100_000 };

interface Imported {
  readonly state: ImportState;
  readonly target: EmbeddedTarget;
  /** What the file's records become, by the preview; canonical JSON, sorted. */
  readonly previewed: readonly string[];
  /** What the table holds afterwards, the same way. */
  readonly stored: readonly string[];
  readonly events: readonly ImportEvent[];
}

interface Options extends EmbeddedOptions {
  readonly mode?: ImportMode;
  readonly key?: readonly string[];
  readonly name?: string;
  /** The key to import with; the table is always read back with the admin key. */
  readonly withKey?: string;
  readonly onEvent?: (event: ImportEvent, stop: AbortController) => void;
}

/** A whole import, as the wizard does it: read, rehearse, send; then the table is read back. */
async function importText(text: string, options: Options = {}, into?: EmbeddedTarget): Promise<Imported> {
  const { mode = "append", key = [], name = "people.csv", onEvent, withKey, ...settings } = options;
  const target = into ?? (await embedded({ hasSchema: false, ...settings }));
  const client = openClient(target, { key: withKey ?? target.adminKey });
  const file = new File([text], name);
  const format = await detectFormat(file);
  const mapping = await defaultMapping(await analyseFile(file, format), "identifiers");
  const packing: PackingPlan = { format, mapping, table, limits };
  const found = await rehearse(file, packing, key.length === 0 ? undefined : key);
  const { records, bytes, batches, refusedCount: refused } = found;
  const plan: ImportPlan = { table, mode, key, read: records + refused, refused, records, bytes, batches };

  const packed = packFile(file, packing);
  const stop = new AbortController();
  const events: ImportEvent[] = [];
  let state = beginning(plan);
  const job = sendImport({
    plan,
    client,
    nextBatch: async () => {
      for (;;) {
        const next = await packed.next();
        if (next.done === true) return undefined;
        if (next.value.kind === "batch") return batchRequest(next.value.batch, table, key);
      }
    },
    stop: stop.signal,
    giveUp: new AbortController().signal,
    // The index of a key is built while time passes, and here time passes only on request.
    wait: async () => target.clock.advance(1_000_000_000n),
    random: () => 0,
    now: () => 0,
  });
  for await (const event of job) {
    events.push(event);
    state = importState(state, event);
    onEvent?.(event, stop);
  }

  const previewed: string[] = [];
  for await (const some of readRecords(file, format))
    for (const record of some) {
      const converted = record.kind === "header" ? undefined : convertRecord(record, mapping);
      if (converted?.kind === "record") previewed.push(canonical(converted.stored));
    }
  return { state, target, previewed: previewed.toSorted(), stored: await stored(target), events };
}

async function stored(target: EmbeddedTarget): Promise<readonly string[]> {
  const client = openClient(target);
  const all: string[] = [];
  let page = await client.listSnapshot({ tableName: table });
  for (;;) {
    all.push(...page.documents.map((document) => canonical(document.fields as JsonObject)));
    if (!page.hasMore) return all.toSorted();
    page = await client.listSnapshot({ tableName: table, snapshot: page.snapshot, cursor: page.cursor });
  }
}

/** JSON with fields in one order, so that equal documents are equal texts. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return printJson(value);
  const fields = Object.entries(value as JsonObject).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, member]) => `${printJson(name)}:${canonical(member)}`).join()}}`;
}

function people(count: number, from = 1): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `${from + index},"Name ""${from + index}""\n2",0${index},.5`,
  );
  return ["id,full name,zip,rate", ...rows].join("\r\n");
}

test("appends every record of a file, exactly as previewed", async () => {
  const { state, previewed, stored: there } = await importText(people(57));
  expect(state).toMatchObject({ ending: { kind: "done" }, sent: 57, written: 57, writtenBatches: 6 });
  expect(there).toHaveLength(57);
  expect(there).toEqual(previewed);
});

test("stores nested JSON with the deployment's own renaming, exactly as previewed", async () => {
  const lines = [
    '{"_id":"x","a":{"_b":1,"Größe":[{"$c":null,"ok key":-0}]},"big":9007199254740993}',
    '{"a":{"1":{}},"n":[1.5,1e-7,1e21],"t":"\\u0000\\u2028"}',
  ];
  const { state, previewed, stored: there } = await importText(lines.join("\n"), { name: "x.jsonl" });
  expect(state.ending?.kind).toBe("done");
  expect(there).toEqual(previewed);
  expect(there.join()).toContain('"big":"9007199254740993"');
  expect(there.join()).toContain('"source_grosse":[{"ok key":-0,"source_c":null}]');
});

test("replaces by key what is there and adds the rest", async () => {
  const first = await importText(people(20), { mode: "replace-by-key", key: ["id"] });
  expect(first.state.ending?.kind).toBe("done");
  const changed = people(20, 11).replaceAll("Name", "New name");
  const second = await importText(changed, { mode: "replace-by-key", key: ["id"] }, first.target);
  expect(second.state).toMatchObject({ ending: { kind: "done" }, written: 20 });
  expect(second.stored).toHaveLength(30);
  expect(second.stored.filter((text) => text.includes("New name"))).toEqual(second.previewed);
});

test("overwrites: only the records of the file are left", async () => {
  const { target } = await importText(people(20));
  const { state, stored: there, previewed } = await importText(people(5, 100), { mode: "overwrite" }, target);
  expect(state).toMatchObject({ ending: { kind: "done" }, cleared: true, written: 5 });
  expect(there).toEqual(previewed);
});

test("says before sending which records are refused, and sends the others", async () => {
  const { state, stored: there } = await importText("id,n\n1,a\n2,b,c\n3,d\n");
  expect(state).toMatchObject({
    plan: { read: 3, refused: 1 },
    sent: 2,
    written: 2,
    ending: { kind: "done" },
  });
  expect(there).toHaveLength(2);
});

test("stops between batches on request and says exactly what was written", async () => {
  const { state, stored: there } = await importText(people(57), {
    onEvent: (event, stop) => {
      if (event.kind === "written" && event.batch.number === 2) stop.abort();
    },
  });
  expect(state).toMatchObject({ ending: { kind: "stopped" }, written: 20, sent: 20 });
  expect(there).toHaveLength(20);
});

const faults: readonly Fault[] = [
  { kind: "drop-before", path, rate: 0.3 },
  { kind: "drop-after", path, rate: 0.3 },
  { kind: "status-before", status: 429, path, rate: 0.3 },
  { kind: "status-after", status: 429, path, rate: 0.3 },
  { kind: "status-before", status: 503, path, rate: 0.3 },
  { kind: "status-after", status: 503, path, rate: 0.3 },
  { kind: "status-after", status: 500, path, rate: 0.3 },
  { kind: "status-after", status: 408, path, rate: 0.3 },
];

/** How often the fault struck; a fault that never did proves nothing. */
function struck(target: EmbeddedTarget): number {
  return target.faultCounts().reduce((sum, count) => sum + count.struck, 0);
}

test.each(faults)("doubles nothing of an append and names the batch in doubt: %j", async (fault) => {
  const {
    state,
    stored: there,
    previewed,
    target,
    events,
  } = await importText(people(200), { faults: [fault] });
  expect(struck(target)).toBe(1);
  const { ending } = state;
  if (ending?.kind !== "in-doubt") throw new Error(`ended as ${ending?.kind}`);
  expect(new Set(there).size).toBe(there.length);
  expect(previewed).toEqual(expect.arrayContaining([...there]));
  // Nothing is lost silently: what is not proven to be written is the batch named, and those never sent.
  expect([state.written, state.written + ending.batch.records]).toContain(there.length);
  expect(
    events.filter((event) => event.kind === "sent" && event.batch.number === ending.batch.number),
  ).toHaveLength(1);
});

test.each(faults)("writes every record once by key, whatever answers are lost: %j", async (fault) => {
  const {
    state,
    stored: there,
    previewed,
    target,
  } = await importText(people(200), {
    mode: "replace-by-key",
    key: ["id"],
    faults: [fault],
  });
  expect(struck(target)).toBeGreaterThan(0);
  expect(state).toMatchObject({ ending: { kind: "done" }, sent: 200, written: 200 });
  expect(there).toEqual(previewed);
});

test("says that nothing was written when the key may not import", async () => {
  const options = {
    withKey: "happy-animal-123|01aa",
    keys: [{ secret: "01aa", allowedOps: ["deployment:data:view"] }],
  };
  const append = await importText(people(3), options);
  expect(append.state).toMatchObject({
    ending: { kind: "refused", problem: { status: 403 } },
    sent: 3,
    written: 0,
  });
  expect(append.stored).toEqual([]);
  const overwrite = await importText(people(3), { ...options, mode: "overwrite" });
  expect(overwrite.state.ending).toMatchObject({
    kind: "failed",
    step: "clear-table",
    problem: { status: 403 },
  });
});

test("sends only records that the deployment accepts, up to every limit", async () => {
  let nested: Json = "x";
  for (let level = 0; level < 15; level++) nested = [nested];
  const fields = Object.fromEntries(Array.from({ length: 1024 }, (_, at) => [`f${at}`, at]));
  const records: Json[] = [
    { nested },
    fields,
    { array: Array.from({ length: 8192 }, () => 1) },
    // Counted with its name, its object and the system fields, this is a document of exactly 1 MiB.
    { text: "x".repeat(1024 * 1024 - 65 - 2 - 5 - 2) },
    { text: "x".repeat(1024 * 1024 - 65 - 2 - 5 - 1) },
  ];
  const text = records.map((record) => printJson(record)).join("\n");
  const { state, stored: there, previewed } = await importText(text, { name: "x.jsonl" });
  expect(state).toMatchObject({ ending: { kind: "done" }, plan: { refused: 1 }, written: 4 });
  expect(there).toEqual(previewed);
});
