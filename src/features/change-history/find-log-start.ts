import { asTimestamp, type Timestamp } from "#values/timestamp.ts";

const minute = 60_000_000_000n;

/**
 * The oldest moment from which the log can be read, to the minute: the deployment says how long it keeps its log only by
 * refusing what is older.
 *
 * @param refused a moment that is too old, ns
 * @param kept a moment that is not, ns
 * @param isKept asks the deployment
 */
export async function findLogStart(
  refused: Timestamp,
  kept: Timestamp,
  isKept: (moment: Timestamp) => Promise<boolean>,
): Promise<Timestamp> {
  let low: bigint = refused;
  let high: bigint = kept;
  while (high - low > minute) {
    const middle = asTimestamp((low + high) / 2n);
    if (await isKept(middle)) high = middle;
    else low = middle;
  }
  return asTimestamp(high);
}
