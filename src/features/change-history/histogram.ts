import { asTimestamp, type Timestamp } from "#values/timestamp.ts";
import type { ChangeKind, Transaction } from "./change.ts";

/** Changes of one stretch of time. */
export interface Bar {
  /** Its first moment, ns. */
  readonly from: Timestamp;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly total: number;
}

export interface Histogram {
  /** Length of each bar's time, ns. */
  readonly step: bigint;
  /** Without a gap, the oldest first. */
  readonly bars: readonly Bar[];
  /** Of the highest bar. */
  readonly most: number;
}

const second = 1_000_000_000n;
const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;
/** Lengths that a clock has marks for. */
const steps = [
  second,
  5n * second,
  15n * second,
  minute,
  2n * minute,
  5n * minute,
  15n * minute,
  30n * minute,
  hour,
  2n * hour,
  3n * hour,
  6n * hour,
  12n * hour,
  day,
  2n * day,
  7n * day,
];
const mostBars = 64n;

/**
 * Counts changes over time, in at most 64 equal stretches that begin at whole minutes, hours or days (UTC).
 *
 * @param transactions the oldest first
 * @param from where the log was read from, ns; what lies before the first change of a reading since 0 is left out
 * @param to where the log was read to, ns
 */
export function histogram(
  transactions: readonly Transaction[],
  from: Timestamp,
  to: Timestamp,
): Histogram | undefined {
  const [first] = transactions;
  if (first === undefined) return undefined;
  const start = from === 0n ? first.ts : from;
  const step = steps.find((length) => (to - start) / length < mostBars - 1n) ?? 28n * day;
  const begin = (start / step) * step;
  const bars = Array.from({ length: Number((to - begin) / step) + 1 }, (_, at) => ({
    from: asTimestamp(begin + BigInt(at) * step),
    counts: { inserted: 0, updated: 0, deleted: 0, seen: 0 },
    total: 0,
  }));
  for (const { ts, changes } of transactions) {
    const bar = bars[Number((ts - begin) / step)];
    if (bar === undefined) continue;
    bar.total += changes.length;
    for (const { kind } of changes) bar.counts[kind] += 1;
  }
  return { step, bars, most: Math.max(...bars.map(({ total }) => total)) };
}
