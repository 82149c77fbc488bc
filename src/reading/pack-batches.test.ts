import fc from "fast-check";
import { expect, test } from "vitest";
import { type Batch, BatchPacker, type BatchLimits } from "./pack-batches.ts";

function pack(texts: readonly string[], limits: BatchLimits): Batch[] {
  const packer = new BatchPacker("t", limits);
  const batches = texts.map((text, index) => packer.add(index + 2, { a: text }, 100));
  return [...batches, packer.end()].filter((batch) => batch !== undefined);
}

const roomy: BatchLimits = { records: 1000, bytes: 1e6, size: 1e6 };

test("closes a batch by the number of its records", () => {
  expect(pack(["a", "b", "c", "d", "e"], { ...roomy, records: 2 })).toMatchObject([
    { number: 1, records: 2, firstLine: 2, lastLine: 3 },
    { number: 2, records: 2, firstLine: 4, lastLine: 5 },
    { number: 3, records: 1, firstLine: 6, lastLine: 6 },
  ]);
});

test("closes a batch by the size of its documents", () => {
  expect(pack(["a", "b", "c"], { ...roomy, size: 200 }).map((batch) => batch.records)).toEqual([2, 1]);
});

test("sends a record that is over the limit by itself in a batch of its own", () => {
  const batches = pack(["a", "x".repeat(500), "b"], { ...roomy, bytes: 200 });
  expect(batches.map((batch) => batch.records)).toEqual([1, 1, 1]);
});

test("makes no batch of nothing", () => {
  expect(new BatchPacker("t", roomy).end()).toBeUndefined();
});

test("keeps every record once and in order, and every batch within its bytes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", maxLength: 30 })),
      fc.integer({ min: 80, max: 400 }),
      (texts, bytes) => {
        const batches = pack(texts, { ...roomy, bytes });
        expect(
          batches.flatMap((batch) => batch.texts.map((text) => (JSON.parse(text) as { a: string }).a)),
        ).toEqual(texts);
        for (const batch of batches) {
          const messages = batch.texts.map((text) => `{"tableName":"t","data":${text}}`).join(",");
          expect(new TextEncoder().encode(messages).length).toBeLessThanOrEqual(batch.bytes);
          if (batch.records > 1) expect(batch.bytes).toBeLessThanOrEqual(bytes);
        }
      },
    ),
  );
});
