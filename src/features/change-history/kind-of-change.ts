import type { Delta } from "#values/document.ts";
import type { Timestamp } from "#values/timestamp.ts";
import type { ChangeKind } from "./change.ts";

/**
 * A transaction is over in seconds; what is older than this at its commit was not created by it. ns
 */
const longestTransaction = 60_000_000_000n;

/**
 * What a revision did. The log itself only tells a deletion from a write, so a write is judged by what is known:
 * an earlier revision, or a creation long before the commit, makes it an update; a creation just before the commit,
 * inside of what was read, an insert. What is left may be either. (A document that `convex import` brought in with its
 * old creation time looks updated: nothing in the log tells otherwise.)
 *
 * @param since the log was read from here on without a gap, ns
 * @param hasEarlier whether an earlier revision of the document was read
 */
export function kindOfChange(delta: Delta, since: Timestamp, hasEarlier: boolean): ChangeKind {
  if (delta.kind === "deleted") return "deleted";
  if (hasEarlier) return "updated";
  const created = creationNs(delta.creationTime);
  if (created === undefined) return "seen";
  const age = delta.ts - created;
  if (age > longestTransaction) return "updated";
  // A creation time has steps of about 0.2 µs, so it may lie a little after the commit that it belongs to.
  return created > since && age > -1_000_000n ? "inserted" : "seen";
}

/** Milliseconds with a fraction as ns. */
function creationNs(milliseconds: number): bigint | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const whole = Math.floor(milliseconds);
  return BigInt(whole) * 1_000_000n + BigInt(Math.floor((milliseconds - whole) * 1_000_000));
}
