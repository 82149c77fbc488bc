import fc from "fast-check";
import { expect, test } from "vitest";
import { asDocumentId, type Document } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import {
  documentAt,
  hasPassed,
  letGo,
  newWalk,
  rowOf,
  wish,
  withNextPage,
  withPageAgain,
  type ReadPage,
  type Walk,
} from "./walk.ts";

const snapshot = asTimestamp(1_768_478_400_000_000_001n);

function documents(first: number, count: number): Document[] {
  return Array.from({ length: count }, (_, at) => ({
    id: asDocumentId(`id${first + at}`),
    table: "tickets",
    component: "",
    ts: asTimestamp(1n),
    creationTime: 0,
    fields: {},
  }));
}

function page(first: number, count: number, cursor: string | undefined): ReadPage {
  return {
    documents: documents(first, count),
    snapshot,
    cursor,
    hasMore: cursor !== undefined,
    received: 100,
  };
}

function walkOf(counts: readonly number[]): Walk {
  let first = 0;
  let walk = newWalk;
  counts.forEach((count, at) => {
    walk = withNextPage(walk, page(first, count, at === counts.length - 1 ? undefined : `after${at}`));
    first += count;
  });
  return walk;
}

test("begins with a request without a cursor", () => {
  expect(wish(newWalk, { first: 0, last: 0 })).toEqual({ kind: "next", cursor: undefined });
});

test("goes on with the cursor of the page before while the end is in sight", () => {
  const walk = withNextPage(newWalk, page(0, 10, "a"));
  expect(wish(walk, { first: 0, last: 9 })).toEqual({ kind: "next", cursor: "a" });
});

test("takes an empty page with more to come for progress", () => {
  const walk = withNextPage(withNextPage(newWalk, page(0, 0, "a")), page(0, 0, "b"));
  expect(walk).toMatchObject({ rows: 0, requests: 2, received: 200, isEnded: false, next: "b" });
  expect(wish(walk, { first: 0, last: 0 })).toEqual({ kind: "next", cursor: "b" });
});

test("asks for nothing after the last page, also when it is empty", () => {
  const walk = withNextPage(withNextPage(newWalk, page(0, 3, "a")), page(3, 0, undefined));
  expect(walk.isEnded).toBe(true);
  expect(wish(walk, { first: 0, last: 5000 })).toBeUndefined();
});

test("asks for nothing while the end is far", () => {
  const walk = withNextPage(newWalk, page(0, 1024, "a"));
  expect(wish(walk, { first: 0, last: 30 })).toBeUndefined();
  expect(wish(walk, { first: 760, last: 790 })).toEqual({ kind: "next", cursor: "a" });
});

test("keeps the snapshot of the first page", () => {
  const walk = withNextPage(newWalk, page(0, 1, "a"));
  const later = withNextPage(walk, { ...page(1, 1, undefined), snapshot: asTimestamp(5n) });
  expect(later.snapshot).toBe(snapshot);
});

test("finds a document by its row over short and empty pages", () => {
  const walk = walkOf([3, 0, 1, 5]);
  expect(Array.from({ length: 10 }, (_, row) => documentAt(walk, row)?.id)).toEqual([
    "id0",
    "id1",
    "id2",
    "id3",
    "id4",
    "id5",
    "id6",
    "id7",
    "id8",
    undefined,
  ]);
});

test("every document is found at the row that it is said to have", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(7), { minLength: 1, maxLength: 12 }), (counts) => {
      const walk = walkOf(counts);
      for (let row = 0; row < walk.rows; row += 1) {
        const id = documentAt(walk, row)?.id;
        expect(id).toBe(`id${row}`);
        expect(rowOf(walk, `id${row}`)).toBe(row);
      }
    }),
  );
});

test("lets go of the pages farthest from what is in sight and reads them again by their cursor", () => {
  const walk = letGo(walkOf([10, 10, 10, 10]), { first: 30, last: 35 }, 20);
  expect(walk.pages.map((one) => one.documents !== undefined)).toEqual([false, false, true, true]);
  expect(walk.rows).toBe(40);
  const missing = wish(walk, { first: 12, last: 18 });
  expect(missing).toEqual({ kind: "again", page: 1, cursor: "after0" });
  const back = withPageAgain(walk, 1, page(10, 10, "after1"));
  expect(documentAt(back, 12)?.id).toBe("id12");
  expect(wish(back, { first: 12, last: 18 })).toBeUndefined();
});

test("never lets go of what is in sight, however little may be kept", () => {
  const walk = letGo(walkOf([10, 10, 10]), { first: 8, last: 12 }, 1);
  expect(walk.pages.map((one) => one.documents !== undefined)).toEqual([true, true, false]);
});

test("knows that a document is missing once ids in ascending order have passed it", () => {
  const walk = walkOf([3, 3]);
  expect(hasPassed(walk, "id1x")).toBe(true);
  expect(hasPassed(walk, "id7")).toBe(false);
  expect(hasPassed(walk, "id4")).toBe(false);
});

test("concludes nothing from ids that are in no order", () => {
  // id9 comes before id10, which is no order of texts.
  expect(hasPassed(walkOf([12]), "id00")).toBe(false);
});
