import fc from "fast-check";
import { expect, test } from "vitest";
import { feedTop, feedWindow, revealOffset, type FeedRows } from "./feed-window.ts";

const rows: FeedRows = { count: 100, rowHeight: 33, open: [{ index: 2, extra: 200 }] };

test("what is below an open row stands lower by what it is higher", () => {
  expect([0, 2, 3, 100].map((index) => feedTop(rows, index))).toEqual([0, 66, 299, 3500]);
});

test("brings a row into sight with the least scrolling, its head first when it does not fit", () => {
  expect(revealOffset(rows, 50, 0, 400)).toBe(feedTop(rows, 51) - 400);
  expect(revealOffset(rows, 1, 1000, 400)).toBe(33);
  expect(revealOffset(rows, 5, 300, 400)).toBe(300);
  expect(revealOffset({ ...rows, open: [{ index: 2, extra: 900 }] }, 2, 0, 400)).toBe(66);
});

test("draws every row that is in sight, and not many more", () => {
  const open = fc.uniqueArray(fc.record({ index: fc.nat(199), extra: fc.nat(2000) }), {
    selector: ({ index }) => index,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      fc.nat(200),
      open,
      fc.nat(20_000),
      fc.integer({ min: 1, max: 1200 }),
      (count, all, offset, height) => {
        const feed = { count, rowHeight: 33, open: all.filter(({ index }) => index < count) };
        const { first, count: drawn } = feedWindow(feed, offset, height);
        for (let index = 0; index < count; index += 1) {
          const isInSight = feedTop(feed, index + 1) > offset && feedTop(feed, index) < offset + height;
          if (isInSight) expect(index >= first && index < first + drawn).toBe(true);
        }
        expect(drawn).toBeLessThanOrEqual((height + 2 * 264) / 33 + 2);
      },
    ),
  );
});
