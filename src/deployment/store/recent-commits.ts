import { compareKeys } from "./index-key.ts";
import type { KeyInterval } from "./key-space.ts";

/** The keys a commit touched, by the index they are in (`by_id` of a tablet counts as one). */
export type TouchedKeys = ReadonlyMap<string, readonly Uint8Array[]>;

export interface ReadInterval extends KeyInterval {
  readonly space: string;
  readonly table: string;
}

/**
 * What was committed while transactions were open: enough to tell whether something a transaction read has changed.
 * Commits that every open transaction has seen are forgotten.
 */
export class RecentCommits {
  private commits: { ts: bigint; touched: TouchedKeys }[] = [];
  private readonly open = new Map<object, bigint>();

  begin(transaction: object, snapshotTs: bigint): void {
    this.open.set(transaction, snapshotTs);
  }

  end(transaction: object): void {
    this.open.delete(transaction);
    if (this.open.size === 0) {
      this.commits = [];
      return;
    }
    let oldest: bigint | undefined;
    for (const ts of this.open.values()) if (oldest === undefined || ts < oldest) oldest = ts;
    this.commits = this.commits.filter(({ ts }) => oldest !== undefined && ts > oldest);
  }

  add(ts: bigint, touched: TouchedKeys): void {
    if (this.open.size > 0) this.commits.push({ ts, touched });
  }

  /** The table of an interval in which something changed after the snapshot. */
  conflict(snapshotTs: bigint, reads: readonly ReadInterval[]): string | undefined {
    const later = this.commits.filter(({ ts }) => ts > snapshotTs);
    if (later.length === 0) return undefined;
    const touches = (read: ReadInterval, key: Uint8Array): boolean =>
      compareKeys(key, read.low) >= 0 && compareKeys(key, read.high) < 0;
    return reads.find((read) =>
      later.some(({ touched }) => touched.get(read.space)?.some((key) => touches(read, key)) ?? false),
    )?.table;
  }
}
