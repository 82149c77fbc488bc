import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";

/** A document as the store gives it; `ts` (ns) is the commit that wrote it, 0n while only this transaction knows it. */
export interface StoredDocument {
  readonly id: string;
  readonly creationTime: number;
  readonly fields: ConvexObject;
  readonly ts: bigint;
}

/** A document met on the way along an index; `key` is its place there, to resume from. */
export interface IndexedDocument extends StoredDocument {
  readonly key: Uint8Array;
}

export interface Bound {
  readonly value: ConvexValue | undefined;
  readonly inclusive: boolean;
}

/**
 * A stretch of an index: equal values for its first fields, then bounds on the next one. Every index ends in
 * `_creationTime`, then `_id`. `after` and `until` are keys: the walk starts behind the one and ends with the other.
 */
export interface IndexRange {
  readonly equal: readonly (ConvexValue | undefined)[];
  readonly lower?: Bound;
  readonly upper?: Bound;
  readonly after?: Uint8Array;
  readonly until?: Uint8Array;
}

export type Order = "asc" | "desc";

/** Nothing but what `rollbackTo` takes. */
export interface Savepoint {
  readonly kind: "savepoint";
}

/** What a transaction has done so far, counted as the limits count it; bytes are those of `convexSize`. */
export interface TransactionUsage {
  readonly documentsRead: number;
  readonly bytesRead: number;
  readonly intervalsRead: number;
  readonly documentsWritten: number;
  readonly bytesWritten: number;
}

/**
 * One optimistic transaction: it reads at `snapshotTs`, sees its own writes, and is checked against what others
 * committed since when it commits. All calls are synchronous; a transaction may live across other ones.
 * `get`, `insert`, `replace`, `remove` and `scan` throw a Refusal where the API has a code for the mistake.
 */
export interface Transaction {
  readonly snapshotTs: bigint;
  readonly usage: TransactionUsage;
  /** Null for what is not there, including an id of a table that does not exist or a text that is no id. */
  get(id: string): StoredDocument | null;
  /** Creates the table when it is missing. */
  insert(table: string, fields: ConvexObject): string;
  /** Throws `DocumentNotFound` when there is nothing to replace or remove. */
  replace(id: string, fields: ConvexObject): void;
  remove(id: string): void;
  /** `index` is `by_id`, `by_creation_time` or a declared one (`_by_airbyte_primary_key` too). */
  scan(table: string, index: string, range: IndexRange, order: Order): IterableIterator<IndexedDocument>;
  normalizeId(table: string, id: string): string | null;
  /** The name of the table an id belongs to, or null. */
  tableOf(id: string): string | null;
  count(table: string): number;
  /** A place to come back to: what is written after it can be undone, what is read after it stays read. */
  savepoint(): Savepoint;
  rollbackTo(savepoint: Savepoint): void;
  /** The commit's timestamp, or `snapshotTs` when nothing was written. Throws ConflictError. */
  commit(): bigint;
  /** Lets go of a transaction that will not commit. */
  abort(): void;
}

/** Something this transaction read was changed by another one that committed first. */
export class ConflictError extends Error {
  readonly table: string;

  constructor(table: string) {
    super(`conflict in ${table}`);
    this.name = "ConflictError";
    this.table = table;
  }
}
