import { expect, test } from "vitest";
import { asDocumentId } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import type { Change, ChangeKind, Transaction } from "./change.ts";
import { countChanges, matching } from "./matching.ts";

function change(ts: bigint, kind: ChangeKind, id: string): Change {
  return {
    kind,
    id: asDocumentId(id),
    table: "t",
    component: "",
    ts: asTimestamp(ts),
    after: undefined,
    before: undefined,
  };
}

const log: Transaction[] = [
  { ts: asTimestamp(1n), changes: [change(1n, "inserted", "a"), change(1n, "updated", "b")] },
  { ts: asTimestamp(2n), changes: [change(2n, "deleted", "a")] },
];

const idsOf = (found: readonly Transaction[]) => found.map(({ changes }) => changes.map(({ id }) => id));

test("is everything when nothing is asked for", () => {
  expect(matching(log, { kind: undefined, document: undefined })).toBe(log);
});

test("leaves out other kinds, and transactions in which nothing is left", () => {
  expect(idsOf(matching(log, { kind: "updated", document: undefined }))).toEqual([["b"]]);
});

test("shows the changes of one document only", () => {
  const found = matching(log, { kind: undefined, document: "a" });
  expect(idsOf(found)).toEqual([["a"], ["a"]]);
  expect(countChanges(found)).toBe(2);
});
