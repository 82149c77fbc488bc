import { expect, test } from "vitest";
import { readFaults, readSettings } from "./read-options.ts";

const hour = 3_600_000_000_000n;

test("settings are read in the units people write them in", () => {
  const settings = readSettings({
    name: "quiet-otter-7",
    keys: [
      { secret: "01aa", allowedOps: ["deployment:data:view"] },
      { secret: "01bb", isReadOnly: true },
    ],
    hasStreamingExport: false,
    retention: { listSnapshotHours: 1.5 },
    pageSize: { documentDeltas: 4 },
    backfillDelayMs: 250,
    clock: "2026-01-15T12:00:00Z",
    seed: 3,
  });
  expect(settings).toMatchObject({
    name: "quiet-otter-7",
    keys: [
      { secret: "01aa", allowedOps: ["deployment:data:view"] },
      { secret: "01bb", isReadOnly: true },
    ],
    hasStreamingExport: false,
    retention: { documentDeltas: 14n * 24n * hour, listSnapshot: (3n * hour) / 2n },
    pageSize: { listSnapshot: 1024, documentDeltas: 4, dataSync: 16_384 },
    backfillDelay: 250_000_000n,
  });
  expect(settings.clock?.now()).toBe(1_768_478_400_000_001_000n);
  expect(settings.random?.bytes(4)).toHaveLength(4);
  expect(Object.keys(readSettings({}))).toEqual([]);
});

test("what is no setting is refused by its name", () => {
  expect(() => readSettings({ pageSise: {} })).toThrow("pageSise");
  expect(() => readSettings({ keys: [{ secret: "xyz" }] })).toThrow("keys.0.secret");
  expect(() => readSettings({ state: "asleep" })).toThrow("state");
});

test("faults have a kind, a path and a rate", () => {
  const faults = [
    { kind: "drop-after", path: "/api/mutation", rate: 0.5 },
    { kind: "status-before", status: 503, path: "*", rate: 1 },
    { kind: "delay", ms: 20, path: "*", rate: 0.1 },
  ];
  expect(readFaults({ faults })).toEqual({ faults, faultSeed: 1 });
  expect(() => readFaults({ faults: [{ kind: "explode", path: "*", rate: 1 }] })).toThrow();
  expect(() => readFaults({ faults: [{ kind: "truncate", path: "*", rate: 2 }] })).toThrow("faults.0.rate");
  expect(() => readFaults({ faults: [{ kind: "status-after", status: 404, path: "*", rate: 1 }] })).toThrow();
});
