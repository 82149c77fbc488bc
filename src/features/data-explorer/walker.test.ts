import { expect, test } from "vitest";
import { asDocumentId, type Document } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { createWalker, type PageRequest, type Walker } from "./walker.ts";

const snapshot = asTimestamp(1_768_478_400_000_000_001n);
const pageSize = 300;

function idOf(row: number) {
  return asDocumentId(`id${String(row).padStart(6, "0")}`);
}

/** A table of `total` documents that notes what it is asked. */
function table(total: number) {
  const asked: { snapshot: bigint | undefined; cursor: string | undefined }[] = [];
  let fails = false;
  const read = async (request: PageRequest) => {
    asked.push({ snapshot: request.snapshot, cursor: request.cursor });
    await Promise.resolve();
    if (fails) throw new Error("refused");
    const first = request.cursor === undefined ? 0 : Number(request.cursor);
    const end = Math.min(total, first + pageSize);
    const documents = Array.from({ length: end - first }, (_, at): Document => ({
      id: idOf(first + at),
      table: "t",
      component: "",
      ts: asTimestamp(1n),
      creationTime: 0,
      fields: {},
    }));
    return { documents, snapshot, cursor: String(end), hasMore: end < total, received: 10 };
  };
  return { asked, read, fail: (now: boolean) => (fails = now) };
}

function settled(walker: Walker): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = walker.subscribe(() => {
      if (walker.state().isReading) return;
      unsubscribe();
      resolve();
    });
  });
}

test("asks the first page without a snapshot and every other page at the snapshot of the first", async () => {
  const { asked, read } = table(1000);
  const walker = createWalker({ at: undefined, read, keep: 10_000 });
  walker.open();
  await settled(walker);
  walker.look({ first: 200, last: 240 });
  await settled(walker);
  expect(asked).toEqual([
    { snapshot: undefined, cursor: undefined },
    { snapshot, cursor: "300" },
  ]);
});

test("sends a held instant with the first page already", async () => {
  const { asked, read } = table(10);
  const walker = createWalker({ at: asTimestamp(7n), read, keep: 10_000 });
  walker.open();
  await settled(walker);
  expect(asked).toEqual([{ snapshot: 7n, cursor: undefined }]);
});

test("never has two requests under way", async () => {
  const { asked, read } = table(1000);
  const walker = createWalker({ at: undefined, read, keep: 10_000 });
  walker.open();
  walker.open();
  walker.look({ first: 0, last: 40 });
  await settled(walker);
  expect(asked).toHaveLength(1);
});

test("stops at an error, keeps what was read and goes on when told to", async () => {
  const source = table(1000);
  const walker = createWalker({ at: undefined, read: source.read, keep: 10_000 });
  walker.open();
  await settled(walker);
  source.fail(true);
  walker.look({ first: 250, last: 290 });
  await settled(walker);
  expect(walker.state()).toMatchObject({ error: new Error("refused"), walk: { rows: 300 } });
  walker.look({ first: 250, last: 291 });
  expect(source.asked).toHaveLength(2);
  source.fail(false);
  walker.retry();
  await settled(walker);
  expect(walker.state().walk.rows).toBe(600);
});

test("reads on until a document that is sought is here", async () => {
  const { asked, read } = table(2000);
  const walker = createWalker({ at: undefined, read, keep: 10_000 });
  walker.seek(idOf(1000));
  await settled(walker);
  expect(walker.state().walk.rows).toBe(1200);
  expect(asked).toHaveLength(4);
});

test("reads to the end for a document that is not in the table", async () => {
  const { read } = table(700);
  const walker = createWalker({ at: undefined, read, keep: 10_000 });
  walker.seek(asDocumentId("later"));
  await settled(walker);
  expect(walker.state().walk.isEnded).toBe(true);
});

test("takes nothing from a request that was given up, and begins again where it was", async () => {
  const { asked, read } = table(1000);
  const walker = createWalker({ at: undefined, read, keep: 10_000 });
  walker.open();
  walker.close();
  await Promise.resolve();
  expect(walker.state().walk.requests).toBe(0);
  walker.open();
  await settled(walker);
  expect(asked.map((request) => request.cursor)).toEqual([undefined, undefined]);
  expect(walker.state().walk.rows).toBe(300);
});

test("reads no further than the place where a document would have been", async () => {
  const { asked, read } = table(2000);
  const walker = createWalker({ at: undefined, read, keep: 10_000 });
  walker.seek(asDocumentId("id000400x"));
  await settled(walker);
  expect(asked).toHaveLength(2);
});
