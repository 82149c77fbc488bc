import type { ConvexObject } from "#values/convex-value.ts";
import type { Index, Tablet } from "./catalogue.ts";
import { compareKeys } from "./index-key.ts";
import { indexKey, type KeyInterval } from "./key-space.ts";
import type { StoredDocument } from "./transaction.ts";

/** A document and its last state in a transaction; null before: not there at the snapshot, null after: deleted. */
export interface PendingWrite {
  readonly tablet: Tablet;
  readonly internalId: Uint8Array;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
}

/** What a transaction has written so far, by id. */
export class PendingWrites {
  private writes = new Map<string, PendingWrite>();

  get size(): number {
    return this.writes.size;
  }

  get(id: string): PendingWrite | undefined {
    return this.writes.get(id);
  }

  set(id: string, write: PendingWrite): void {
    this.writes.set(id, write);
  }

  copy(): ReadonlyMap<string, PendingWrite> {
    return new Map(this.writes);
  }

  restore(copy: ReadonlyMap<string, PendingWrite>): void {
    this.writes = new Map(copy);
  }

  all(): IterableIterator<PendingWrite> {
    return this.writes.values();
  }

  /** Written documents of a table that stand in a stretch of one of its indexes (null: `by_id`), in order. */
  within(
    tablet: Tablet,
    index: Index | null,
    at: KeyInterval,
  ): { key: Uint8Array; document: StoredDocument }[] {
    const found: { key: Uint8Array; document: StoredDocument }[] = [];
    for (const { tablet: its, internalId, after } of this.writes.values()) {
      if (its !== tablet || after === null) continue;
      const key = index === null ? internalId : keyIn(index, internalId, after);
      if (compareKeys(key, at.low) >= 0 && compareKeys(key, at.high) < 0)
        found.push({ key, document: after });
    }
    return found.sort((a, b) => compareKeys(a.key, b.key));
  }

  countChange(tablet: Tablet): number {
    let change = 0;
    for (const write of this.writes.values()) {
      if (write.tablet !== tablet) continue;
      change += (write.after === null ? 0 : 1) - (write.before === null ? 0 : 1);
    }
    return change;
  }
}

export function keyIn(
  index: Index,
  internalId: Uint8Array,
  document: { creationTime: number; fields: ConvexObject },
): Uint8Array {
  return indexKey(index, internalId, document.creationTime, document.fields);
}
