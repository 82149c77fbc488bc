import { expect, test } from "vitest";
import { asDocumentId, type Delta } from "#values/document.ts";
import { asTimestamp, type Timestamp } from "#values/timestamp.ts";
import { createLogReader, type LogPage, type LogReader, type LogReaderState } from "./log-reader.ts";

function written(ts: bigint): Delta {
  const id = asDocumentId(`id${ts}`);
  return { kind: "written", id, table: "t", component: "", ts: asTimestamp(ts), creationTime: 0, fields: {} };
}

function page(cursor: bigint, hasMore: boolean, ...changed: bigint[]): LogPage {
  return { deltas: changed.map(written), cursor: asTimestamp(cursor), hasMore, received: 5 };
}

/** A reader over pages that are given one by one; `waits` are the delays that it asked for. */
function readerOf(pages: (LogPage | Error)[], keep = 1000) {
  const asked: bigint[] = [];
  const waits: number[] = [];
  let wake = () => {};
  let onWait = () => {};
  const reader = createLogReader({
    since: asTimestamp(10n),
    keep,
    async read(cursor: Timestamp) {
      asked.push(cursor);
      await Promise.resolve();
      const next = pages.shift();
      if (next instanceof Error) throw next;
      return next ?? page(cursor, false);
    },
    wait(ms, signal) {
      waits.push(ms);
      queueMicrotask(() => onWait());
      return new Promise((resolve, reject) => {
        wake = resolve;
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      });
    },
  });
  const waited = (times: number) =>
    new Promise<void>((resolve) => {
      onWait = () => {
        if (waits.length >= times) resolve();
      };
      onWait();
    });
  return { reader, asked, waits, waited, wake: () => wake(), pages };
}

function until(reader: LogReader, holds: (state: LogReaderState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (holds(reader.state())) resolve();
    };
    reader.subscribe(look);
    look();
  });
}

test("goes on by the cursor while there is more, empty pages included", async () => {
  const { reader, asked } = readerOf([page(20n, true), page(30n, true), page(41n, false, 40n)]);
  reader.open();
  await until(reader, (state) => state.isEnded && !state.isReading);
  expect(asked).toEqual([10n, 20n, 30n]);
  expect(reader.state()).toMatchObject({ scannedTo: 41n, requests: 3, received: 15, log: { changes: 1 } });
});

test("stops in the middle and goes on where it was", async () => {
  const { reader, asked } = readerOf([page(20n, true, 15n), page(30n, false, 25n)]);
  reader.open();
  await until(reader, (state) => state.requests === 1);
  reader.stop();
  await Promise.resolve();
  expect(reader.state()).toMatchObject({ isReading: false, isEnded: false, scannedTo: 20n });
  reader.open();
  await until(reader, (state) => !state.isReading);
  expect(asked.at(-1)).toBe(20n);
  expect(reader.state().log.changes).toBeGreaterThan(0);
});

test("while following asks again from the last cursor, ever more rarely while nothing comes", async () => {
  const { reader, asked, waits, waited, wake, pages } = readerOf([page(20n, false, 15n)]);
  reader.follow(true);
  await waited(1);
  wake();
  await waited(2);
  pages.push(page(33n, false, 33n));
  wake();
  await waited(3);
  expect(asked).toEqual([10n, 20n, 20n]);
  expect(waits).toEqual([2000, 3000, 2000]);
  expect(reader.state()).toMatchObject({ isFollowing: true, scannedTo: 33n, log: { changes: 2 } });
  reader.follow(false);
  expect(reader.state().isFollowing).toBe(false);
});

test("following an old start reads up to the end first, without waiting", async () => {
  const { reader, waited } = readerOf([page(20n, true, 15n), page(30n, false)]);
  reader.follow(true);
  await waited(1);
  expect(reader.state()).toMatchObject({ requests: 2, isReading: false, isFollowing: true });
  reader.stop();
});

test("an error stops reading, keeps what was read and says so until it is tried again", async () => {
  const { reader, asked } = readerOf([page(20n, true, 15n), new Error("refused"), page(30n, false)]);
  reader.open();
  await until(reader, (state) => state.error !== undefined && !state.isReading);
  expect(reader.state()).toMatchObject({ log: { changes: 1 }, scannedTo: 20n, isEnded: false });
  await Promise.resolve();
  reader.open();
  await until(reader, (state) => state.isEnded);
  expect(asked).toEqual([10n, 20n, 20n]);
  expect(reader.state().error).toBeUndefined();
});

test("stops when as many changes are here as may be kept", async () => {
  const { reader, asked } = readerOf([page(20n, true, 11n, 12n), page(30n, true, 21n, 22n)], 3);
  reader.open();
  await until(reader, (state) => state.isFull && !state.isReading);
  expect(asked).toEqual([10n, 20n]);
  expect(reader.state()).toMatchObject({ isEnded: false, scannedTo: 30n });
});

test("does not go back when the deployment's log ends before what was read", async () => {
  const { reader } = readerOf([page(20n, true, 15n), page(12n, false)]);
  reader.open();
  await until(reader, (state) => state.wentBack && !state.isReading);
  expect(reader.state()).toMatchObject({ scannedTo: 20n, log: { changes: 1 } });
});
