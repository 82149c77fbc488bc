import type { Timestamp } from "#values/timestamp.ts";
import type { Transaction } from "./change.ts";

/** Place of the last transaction that is not later than a moment; -1 when all are. The oldest comes first. */
export function rankOf(transactions: readonly Transaction[], moment: Timestamp): number {
  let low = 0;
  let high = transactions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((transactions[middle]?.ts ?? 0n) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
