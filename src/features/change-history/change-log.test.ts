import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConvexObject } from "#values/convex-value.ts";
import { asDocumentId, type Delta } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { buildChangeLog } from "./change-log.ts";

const start = 1_768_478_400_000_000_001n;

function written(ts: bigint, id: string, fields: ConvexObject = {}, createdAt = ts): Delta {
  return {
    kind: "written",
    id: asDocumentId(id),
    table: "tickets",
    component: "",
    ts: asTimestamp(start + ts),
    creationTime: Number(start + createdAt) / 1e6,
    fields,
  };
}

function deleted(ts: bigint, id: string): Delta {
  return {
    kind: "deleted",
    id: asDocumentId(id),
    table: "tickets",
    component: "",
    ts: asTimestamp(start + ts),
  };
}

const since = asTimestamp(start - 3_600_000_000_000n);

test("puts all changes of one timestamp into one transaction", () => {
  const { add } = buildChangeLog(since);
  const log = add([written(1n, "a"), written(1n, "b"), written(2n, "c")]);
  expect(log.transactions.map(({ ts, changes }) => [ts - start, changes.map(({ id }) => id)])).toEqual([
    [1n, ["a", "b"]],
    [2n, ["c"]],
  ]);
});

test("gives every change the revision that was read before it", () => {
  const { add } = buildChangeLog(since);
  add([written(1n, "a", { n: 1 })]);
  const log = add([written(2n, "a", { n: 2 }), deleted(3n, "a")]);
  const [first, second, third] = log.transactions.map(({ changes }) => changes[0]);
  expect([first?.kind, second?.kind, third?.kind]).toEqual(["inserted", "updated", "deleted"]);
  expect(second?.before?.fields).toEqual({ n: 1 });
  expect(third?.before?.fields).toEqual({ n: 2 });
  expect(log.counts).toEqual({ inserted: 1, updated: 1, deleted: 1, seen: 0 });
});

test("a deletion whose document was never read has only its id", () => {
  const { add } = buildChangeLog(since);
  const [transaction] = add([deleted(1n, "gone")]).transactions;
  expect(transaction?.changes).toEqual([
    {
      kind: "deleted",
      id: "gone",
      table: "tickets",
      component: "",
      ts: start + 1n,
      before: undefined,
      after: undefined,
    },
  ]);
});

test("is the same log when a page is empty", () => {
  const { add, log } = buildChangeLog(since);
  const before = add([written(1n, "a")]);
  expect(add([])).toBe(before);
  expect(log()).toBe(before);
});

test("pages, wherever they are cut, give the same log", () => {
  const steps = fc.array(
    fc.record({ gap: fc.nat(2), id: fc.constantFrom("a", "b", "c"), gone: fc.boolean() }),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(steps, fc.array(fc.nat(20)), (moves, cuts) => {
      let ts = 0n;
      const deltas = moves.map(({ gap, id, gone }) => {
        ts += BigInt(gap);
        return gone ? deleted(ts, id) : written(ts, id);
      });
      const whole = buildChangeLog(since).add(deltas);
      const parts = buildChangeLog(since);
      const edges = [
        0,
        ...cuts.filter((cut) => cut < deltas.length).toSorted((a, b) => a - b),
        deltas.length,
      ];
      edges.slice(1).forEach((edge, at) => parts.add(deltas.slice(edges[at], edge)));
      expect(parts.log()).toEqual(whole);
    }),
  );
});
