declare const brand: unique symbol;

/** A moment of the database's clock: nanoseconds since 1970-01-01T00:00:00Z, strictly increasing. */
export type Timestamp = bigint & { readonly [brand]: "Timestamp" };

const nanosecondsPerMillisecond = 1_000_000n;
const largest = 2n ** 63n - 1n;
const digitsOnly = /^[0-9]{1,19}$/;

/** @param ns nanoseconds since the epoch */
export function asTimestamp(ns: bigint): Timestamp {
  return ns as Timestamp;
}

/** Reads the decimal digits of a 64-bit timestamp (ns), as URLs spell it; undefined for anything else. */
export function parseTimestamp(digits: string): Timestamp | undefined {
  if (!digitsOnly.test(digits)) return undefined;
  const ns = BigInt(digits);
  return ns <= largest ? asTimestamp(ns) : undefined;
}

/** The millisecond in which a timestamp lies: dates hold no finer part. */
export function timestampToDate(timestamp: Timestamp): Date {
  return new Date(Number(timestamp / nanosecondsPerMillisecond));
}

/** The first nanosecond of a date's millisecond. */
export function dateToTimestamp(date: Date): Timestamp {
  return asTimestamp(BigInt(date.getTime()) * nanosecondsPerMillisecond);
}
