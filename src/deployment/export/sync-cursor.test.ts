import fc from "fast-check";
import { expect, test } from "vitest";
import { printSnapshotCursor, readSnapshotCursor } from "./snapshot-cursor.ts";
import { printSyncCursor, readSyncCursor } from "./sync-cursor.ts";

const int64 = fc.bigInt({ min: 0n, max: (1n << 63n) - 1n });
const id = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("a cursor of data sync reads back as it was", () => {
  const cursor = fc.record({
    syncId: fc.uuid(),
    tablets: fc.array(int64),
    ts: int64,
    walk: fc.option(fc.record({ tablet: int64, id: fc.option(fc.stringMatching(/^[0-9a-f]{32}$/)) })),
  });
  fc.assert(
    fc.property(cursor, (value) => {
      const text = printSyncCursor(value);
      expect(text).toMatch(/^[0-9a-f]+$/);
      expect(readSyncCursor(text)).toEqual(value);
    }),
  );
});

test("a cursor that was changed is none", () => {
  const text = printSyncCursor({ syncId: "x", tablets: [1n], ts: 2n, walk: null });
  expect(() => readSyncCursor(text.replace(/.$/, (last) => (last === "0" ? "1" : "0")))).toThrow(
    "Could not parse",
  );
});

test("a cursor of a snapshot reads back as it was", () => {
  fc.assert(
    fc.property(id, id, fc.integer({ min: 10001, max: 99999 }), (tablet, last, number) => {
      fc.pre(last.some((byte) => byte !== 0));
      for (const value of [
        { tablet, number, id: last },
        { tablet, number, id: null },
      ]) {
        expect(readSnapshotCursor(printSnapshotCursor(value))).toEqual(value);
      }
    }),
  );
});
