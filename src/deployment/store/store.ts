import { type Tablet } from "./catalogue.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import type { DeclaredTable } from "./declared-schema.ts";
import type { Random } from "./random.ts";
import type { Revision } from "./revisions.ts";
import type { SchemaCheck } from "./store-core.ts";
import type { Transaction } from "./transaction.ts";

export interface StoreOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** What time a new database's first commits say it is, so that sample data can be older than now. */
  readonly originClock?: Clock;
  readonly random: Random;
  /** How long an index waits before its building starts, in ns. */
  readonly backfillDelay: bigint;
}

/** A stretch of a table's documents by id, as text. `lastId` is null when the table ends here. */
export interface SnapshotPage {
  readonly documents: readonly Revision[];
  readonly lastId: Uint8Array | null;
}

/**
 * All that a deployment knows, in one SQLite database. Timestamps are nanoseconds since the epoch; every commit has
 * its own, greater than the one before.
 */
export interface Store {
  /** Another clock lets the sample data be written in the past. */
  begin(clock?: Clock): Transaction;
  /** Reads as of a timestamp; does not write. */
  beginAt(ts: bigint): Transaction;
  /** The newest timestamp reads may use: the last commit, or a little later when nothing was committed for a while. */
  latestTs(): bigint;
  /** Whether no table has ever held a document. */
  isEmpty(): boolean;
  /** All commits of the work, or when it throws none. */
  atomically(work: () => void): void;
  /** The timestamp of the oldest row of the log. */
  firstTs(): bigint;

  tabletsAt(ts: bigint): Tablet[];
  /** User tables by number. */
  tables(): Tablet[];
  tableNamed(name: string): Tablet | undefined;
  tableNumbered(number: number): Tablet | undefined;
  tablet(key: bigint): Tablet | undefined;
  snapshotPage(tablet: Tablet, afterId: Uint8Array | null, ts: bigint, limit: number): SnapshotPage;
  /** The log after a timestamp, system tables too: `limit` rows, completed to the end of a transaction. */
  logAfter(ts: bigint, limit: number): Revision[];

  createTable(name: string): void;
  /** Swaps tables for empty ones under the same names and numbers; missing ones are made. */
  clearTables(names: readonly string[]): void;
  /** Gives tables their `_by_airbyte_primary_key`; the same fields again change nothing, other fields build anew. */
  addPrimaryKeyIndexes(indexes: ReadonlyMap<string, readonly string[]>): void;
  /** Makes the declared tables and indexes, ready at once, and has writes checked. */
  declare(
    tables: readonly Pick<DeclaredTable, "name" | "indexes">[],
    check: SchemaCheck,
    clock?: Clock,
  ): void;
  /** Lets index building go on, if its time has come. */
  tick(): void;
  close(): void;
}
