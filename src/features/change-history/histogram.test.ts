import fc from "fast-check";
import { expect, test } from "vitest";
import { asDocumentId } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import type { ChangeKind, Transaction } from "./change.ts";
import { histogram } from "./histogram.ts";

const hour = 3_600_000_000_000n;
const noon = 1_768_478_400_000_000_000n; // 2026-01-15T12:00:00Z

function transaction(ts: bigint, ...kinds: ChangeKind[]): Transaction {
  const common = { id: asDocumentId("a"), table: "t", component: "", after: undefined, before: undefined };
  return {
    ts: asTimestamp(ts),
    changes: kinds.map((kind) => ({ ...common, kind, ts: asTimestamp(ts) })),
  };
}

test("counts changes by kind in whole minutes of the clock", () => {
  const log = [transaction(noon - 1n, "inserted", "updated"), transaction(noon, "deleted")];
  const found = histogram(log, asTimestamp(noon - hour), asTimestamp(noon));
  expect(found?.step).toBe(60_000_000_000n);
  expect(found?.bars).toHaveLength(61);
  expect(found?.bars.at(-2)).toEqual({
    from: noon - 60_000_000_000n,
    counts: { inserted: 1, updated: 1, deleted: 0, seen: 0 },
    total: 2,
  });
  expect(found?.bars.at(-1)?.counts.deleted).toBe(1);
  expect(found?.most).toBe(2);
});

test("begins at the first change when everything was read", () => {
  const found = histogram([transaction(noon, "inserted")], asTimestamp(0n), asTimestamp(noon + hour));
  expect(found?.bars[0]?.from).toBe(noon);
});

test("has nothing to show without changes", () => {
  expect(histogram([], asTimestamp(0n), asTimestamp(noon))).toBeUndefined();
});

test("loses no change and never has more bars than it may, whatever the length of time", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, noon), { minLength: 1, maxLength: 30 }),
      fc.bigInt(0n, noon),
      (times, since) => {
        const log = times
          .toSorted((a, b) => (a < b ? -1 : 1))
          .filter((ts) => ts > since)
          .map((ts) => transaction(ts, "updated"));
        const found = histogram(log, asTimestamp(since), asTimestamp(noon));
        const sum = found?.bars.reduce((total, bar) => total + bar.total, 0) ?? 0;
        // A log of more years than there are bars of four weeks is none that a deployment keeps.
        if (noon - since < 1700n * 24n * hour) expect(found?.bars.length ?? 0).toBeLessThanOrEqual(64);
        expect(sum).toBe(log.length);
      },
    ),
    { numRuns: 30 },
  );
});
