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

interface Place {
  readonly key: Uint8Array;
  readonly document: StoredDocument;
}

/** Written documents in the order of one index (null: `by_id`) of a table. */
interface Ordered {
  readonly tablet: Tablet;
  readonly index: Index | null;
  readonly places: Place[];
}

/**
 * What a transaction has written so far, by id, and in the order of each index that was asked for: an import of
 * thousands of records looks up each of them among those before it.
 */
export class PendingWrites {
  private writes = new Map<string, PendingWrite>();
  private ordered: Ordered[] = [];

  get size(): number {
    return this.writes.size;
  }

  get(id: string): PendingWrite | undefined {
    return this.writes.get(id);
  }

  set(id: string, write: PendingWrite): void {
    const old = this.writes.get(id);
    for (const order of this.ordered) {
      if (order.tablet !== write.tablet) continue;
      if (old !== undefined) removePlace(order, old);
      addPlace(order, write);
    }
    this.writes.set(id, write);
  }

  copy(): ReadonlyMap<string, PendingWrite> {
    return new Map(this.writes);
  }

  restore(copy: ReadonlyMap<string, PendingWrite>): void {
    this.writes = new Map(copy);
    this.ordered = [];
  }

  all(): IterableIterator<PendingWrite> {
    return this.writes.values();
  }

  /** Written documents of a table that stand in a stretch of one of its indexes, in order. */
  within(tablet: Tablet, index: Index | null, at: KeyInterval): readonly Place[] {
    if (this.writes.size === 0) return [];
    const { places } = this.orderOf(tablet, index);
    return places.slice(firstAt(places, at.low), firstAt(places, at.high));
  }

  countChange(tablet: Tablet): number {
    let change = 0;
    for (const write of this.writes.values()) {
      if (write.tablet !== tablet) continue;
      change += (write.after === null ? 0 : 1) - (write.before === null ? 0 : 1);
    }
    return change;
  }

  private orderOf(tablet: Tablet, index: Index | null): Ordered {
    const known = this.ordered.find((each) => each.tablet === tablet && each.index === index);
    if (known !== undefined) return known;
    const places: Place[] = [];
    for (const write of this.writes.values()) {
      const place = write.tablet === tablet ? placeOf(write, index) : undefined;
      if (place !== undefined) places.push(place);
    }
    places.sort((a, b) => compareKeys(a.key, b.key));
    const order = { tablet, index, places };
    this.ordered.push(order);
    return order;
  }
}

function placeOf({ internalId, after }: PendingWrite, index: Index | null): Place | undefined {
  if (after === null) return undefined;
  return { key: index === null ? internalId : keyIn(index, internalId, after), document: after };
}

function addPlace({ places, index }: Ordered, write: PendingWrite): void {
  const place = placeOf(write, index);
  if (place !== undefined) places.splice(firstAt(places, place.key), 0, place);
}

function removePlace({ places, index }: Ordered, write: PendingWrite): void {
  const place = placeOf(write, index);
  if (place !== undefined) places.splice(firstAt(places, place.key), 1);
}

/** The first place whose key is not less. */
function firstAt(places: readonly Place[], key: Uint8Array): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const place = places[middle];
    if (place !== undefined && compareKeys(place.key, key) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function keyIn(
  index: Index,
  internalId: Uint8Array,
  document: Pick<StoredDocument, "creationTime" | "fields">,
): Uint8Array {
  return indexKey(index, internalId, document.creationTime, document.fields);
}
