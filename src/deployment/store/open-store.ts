import { badRequest } from "#deployment/http/refusal.ts";
import { encodeDocumentId } from "#values/document-id.ts";
import { firstUserTable, type Index, isUserTablet, type Tablet } from "./catalogue.ts";
import { Catalogue, compareBytes } from "./catalogue.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { countValue } from "./counted-shape.ts";
import { creationTimeOf } from "./creation-time.ts";
import { documentOfRevision } from "./document-of-revision.ts";
import { documentText } from "./document-text.ts";
import { endOfKeys, successor } from "./key-space.ts";
import { OpenTransaction, spaceOf } from "./open-transaction.ts";
import { keyIn, type PendingWrite } from "./pending-writes.ts";
import { primaryKeyIndex } from "./primary-key-index.ts";
import { RecentCommits } from "./recent-commits.ts";
import { Revisions } from "./revisions.ts";
import { sqlSchema } from "./sql-schema.ts";
import { withStatementCache } from "./statement-cache.ts";
import type { SnapshotPage, Store, StoreOptions } from "./store.ts";
import type { SchemaCheck, StoreCore } from "./store-core.ts";
import type { Transaction } from "./transaction.ts";

/** After a commit the latest timestamp stands still for this long, moves on once, and then once an hour. */
const bumpAfter = 5_000_000_000n;
const bumpEvery = 3_600_000_000_000n;
const maxTables = 10_000;
/** Documents indexed at one go, so that requests are answered between. */
const backfillChunk = 2000;

export function openStore(options: StoreOptions): Store {
  return new SqliteStore(options);
}

class SqliteStore implements Store, StoreCore {
  readonly catalogue: Catalogue;
  readonly revisions: Revisions;
  readonly recent = new RecentCommits();
  readonly random;
  schemaCheck: SchemaCheck = () => null;
  private readonly options: StoreOptions;
  private readonly database: Database;
  private lastCommit: bigint;
  private lastGiven = 0n;
  /** True while commits are parts of a larger one. */
  private isWithin = false;
  /** Tablets whose summaries are to be written with the commit. */
  private readonly changed = new Set<Tablet>();
  private readonly backfilled = new Map<bigint, Uint8Array>();

  constructor(options: StoreOptions) {
    this.options = options;
    this.random = options.random;
    this.database = withStatementCache(options.database);
    this.database.exec(sqlSchema);
    this.catalogue = new Catalogue(this.database);
    this.revisions = new Revisions(this.database);
    this.lastCommit = this.revisions.lastTs();
    if (this.catalogue.tablets.size === 0) this.makeSystemTables();
  }

  begin(clock: Clock = this.options.clock): Transaction {
    return new OpenTransaction(this, clock, this.latestTs(clock), false);
  }

  beginAt(ts: bigint): Transaction {
    return new OpenTransaction(this, this.options.clock, ts, true);
  }

  latestTs(clock: Clock = this.options.clock): bigint {
    const idle = clock.now() - this.lastCommit;
    let latest = this.lastCommit;
    if (idle >= bumpEvery) latest += (idle / bumpEvery) * bumpEvery;
    else if (idle >= bumpAfter) latest += bumpAfter;
    // A clock that was set back must not take back a timestamp that somebody has.
    if (latest > this.lastGiven) this.lastGiven = latest;
    return this.lastGiven;
  }

  isEmpty(): boolean {
    return this.revisions.isWithoutDocuments(2n);
  }

  atomically(work: () => void): void {
    const { database } = this;
    database.prepare("BEGIN IMMEDIATE").run();
    this.isWithin = true;
    try {
      work();
      for (const tablet of this.changed) this.catalogue.saveSummary(tablet);
      database.prepare("COMMIT").run();
    } catch (error) {
      database.prepare("ROLLBACK").run();
      this.catalogue.load();
      throw error;
    } finally {
      this.isWithin = false;
      this.changed.clear();
    }
  }

  firstTs(): bigint {
    return this.revisions.firstTs();
  }

  tabletsAt(ts: bigint): Tablet[] {
    return this.catalogue.at(ts);
  }

  tables(): Tablet[] {
    return this.catalogue.current();
  }

  tableNamed(name: string): Tablet | undefined {
    const tablet = this.catalogue.named(name);
    return tablet !== undefined && isUserTablet(tablet) ? tablet : undefined;
  }

  tableNumbered(number: number): Tablet | undefined {
    const tablet = this.catalogue.numbered(number);
    return tablet !== undefined && isUserTablet(tablet) ? tablet : undefined;
  }

  tablet(key: bigint): Tablet | undefined {
    return this.catalogue.tablets.get(key);
  }

  snapshotPage(tablet: Tablet, afterId: Uint8Array | null, ts: bigint, limit: number): SnapshotPage {
    const low = afterId === null ? new Uint8Array(0) : successor(afterId);
    const documents = this.revisions.pageById(tablet, { low, high: endOfKeys }, ts, "asc", limit);
    return { documents, lastId: documents.length < limit ? null : (documents.at(-1)?.id ?? null) };
  }

  logAfter(ts: bigint, limit: number) {
    return this.revisions.after(ts, this.lastCommit, limit);
  }

  createTable(name: string): void {
    if (this.catalogue.named(name) !== undefined) return;
    this.commit(this.options.clock, (ts) => this.addTablet(name, ts));
  }

  clearTables(names: readonly string[]): void {
    const backfilling = names.find((name) =>
      this.catalogue.named(name)?.indexes.some(({ readyTs }) => readyTs === null),
    );
    if (backfilling !== undefined) {
      throw badRequest(
        "InvalidImport",
        `${backfilling} is still backfilling indexes, so it cannot be replaced. Wait for indexes to complete backfilling`,
      );
    }
    this.commit(this.options.clock, (ts) => {
      for (const name of new Set(names)) {
        const old = this.catalogue.named(name);
        if (old === undefined) {
          this.addTablet(name, ts);
          continue;
        }
        this.catalogue.end(old, ts);
        const fresh = this.addTablet(name, ts, old.number);
        for (const { name: index, fields } of old.indexes) {
          if (index !== "by_creation_time") {
            this.catalogue.addIndex(fresh, { name: index, fields, readyAt: ts, readyTs: ts });
          }
        }
      }
    });
  }

  addPrimaryKeyIndexes(indexes: ReadonlyMap<string, readonly string[]>): void {
    this.commit(this.options.clock, (ts) => {
      for (const [table, fields] of indexes) {
        const tablet = this.catalogue.named(table) ?? this.addTablet(table, ts);
        const known = tablet.indexes.find(({ name }) => name === primaryKeyIndex);
        if (known !== undefined) {
          if (known.fields.join() === fields.join()) continue;
          this.catalogue.dropIndex(tablet, known);
        }
        const readyAt = ts + this.options.backfillDelay;
        this.catalogue.addIndex(tablet, { name: primaryKeyIndex, fields, readyAt, readyTs: null });
        this.logSystem("_index", ts, { name: primaryKeyIndex, table });
      }
    });
  }

  declare(tables: Parameters<Store["declare"]>[0], check: SchemaCheck, clock = this.options.clock): void {
    this.schemaCheck = check;
    if (tables.every((table) => this.isDeclared(table))) return;
    this.commit(clock, (ts) => {
      for (const { name, indexes } of tables) {
        const tablet = this.catalogue.named(name) ?? this.addTablet(name, ts);
        for (const index of indexes) {
          const known = tablet.indexes.find((candidate) => candidate.name === index.name);
          if (known?.fields.join() === index.fields.join()) continue;
          if (known !== undefined) this.catalogue.dropIndex(tablet, known);
          const added = this.catalogue.addIndex(tablet, { ...index, readyAt: ts, readyTs: null });
          while (!this.backfillSome(tablet, added));
          this.catalogue.markReady(added, ts);
          this.logSystem("_index", ts, { name: index.name, table: name });
        }
      }
    });
  }

  tick(): void {
    const now = this.options.clock.now();
    for (const tablet of this.catalogue.current()) {
      for (const index of tablet.indexes) {
        if (index.readyTs !== null || index.readyAt > now) continue;
        this.commit(this.options.clock, (ts) => {
          if (!this.backfillSome(tablet, index)) return;
          this.catalogue.markReady(index, ts);
          this.logSystem("_index", ts, { name: index.name, table: tablet.name });
        });
      }
    }
  }

  close(): void {
    this.database.close();
  }

  write(clock: Clock, writes: Iterable<PendingWrite>, created: readonly Tablet[]): bigint {
    const touched = new Map<string, Uint8Array[]>();
    const ts = this.commit(clock, (at) => {
      const real = new Map<Tablet, Tablet>();
      for (const tablet of created)
        real.set(tablet, this.addTablet(tablet.name, at, tablet.number, tablet.uid));
      const sorted = [...writes]
        .map((write) => ({ ...write, tablet: real.get(write.tablet) ?? write.tablet }))
        .sort((a, b) => compareBytes(a.tablet.uid, b.tablet.uid) || compareBytes(a.internalId, b.internalId));
      for (const write of sorted) this.writeDocument(write, at, touched);
    });
    this.recent.add(ts, touched);
    return ts;
  }

  /** Everything that changes the database: one SQLite transaction, one new timestamp. */
  private commit(clock: Clock, work: (ts: bigint) => void): bigint {
    const floor = this.lastCommit > this.lastGiven ? this.lastCommit : this.lastGiven;
    const now = clock.now();
    const ts = now > floor ? now : floor + 1n;
    if (this.isWithin) work(ts);
    else this.atomically(() => work(ts));
    this.lastCommit = ts;
    this.lastGiven = ts;
    return ts;
  }

  private writeDocument(write: PendingWrite, ts: bigint, touched: Map<string, Uint8Array[]>): void {
    const { tablet, internalId, before, after } = write;
    const text = after === null ? null : documentText(after.id, after.creationTime, after.fields);
    const seq = this.revisions.append(ts, tablet, internalId, text);
    const touch = (space: string, key: Uint8Array): void => {
      const keys = touched.get(space);
      if (keys === undefined) touched.set(space, [key]);
      else keys.push(key);
    };
    touch(spaceOf(tablet, null), internalId);
    for (const index of tablet.indexes) {
      const oldKey = before === null ? undefined : keyIn(index, internalId, before);
      const newKey = after === null ? undefined : keyIn(index, internalId, after);
      if (oldKey !== undefined) {
        touch(spaceOf(tablet, index), oldKey);
        if (newKey === undefined || compareBytes(oldKey, newKey) !== 0) {
          this.revisions.enter(index, oldKey, ts, null);
        }
      }
      if (newKey !== undefined) {
        touch(spaceOf(tablet, index), newKey);
        this.revisions.enter(index, newKey, ts, seq);
      }
    }
    this.changed.add(tablet);
    if (before !== null) countValue(tablet.summary, before.fields, -1);
    if (after !== null) countValue(tablet.summary, after.fields, 1);
  }

  private addTablet(
    name: string,
    ts: bigint,
    number = this.catalogue.nextNumber(),
    uid?: Uint8Array,
  ): Tablet {
    if (number >= firstUserTable && this.catalogue.current().length >= maxTables) {
      throw badRequest("TooManyTables", `The maximum number of tables is ${maxTables}.`);
    }
    const tablet = this.catalogue.add({
      uid: uid ?? this.random.bytes(16),
      number,
      name,
      component: "",
      fromTs: ts,
    });
    this.catalogue.addIndex(tablet, { name: "by_creation_time", fields: [], readyAt: ts, readyTs: ts });
    this.logSystem("_tables", ts, { name, number, state: "active" });
    this.logSystem("_index", ts, { name: "by_id", table: name });
    this.logSystem("_index", ts, { name: "by_creation_time", table: name });
    return tablet;
  }

  /** System tables are in the log like others: document_deltas counts their rows against its limit. */
  private logSystem(table: "_tables" | "_index", ts: bigint, fields: Record<string, string | number>): void {
    const tablet = this.catalogue.named(table);
    if (tablet === undefined) return;
    const internalId = this.random.bytes(16);
    const id = encodeDocumentId({ tableNumber: tablet.number, internalId });
    this.revisions.append(ts, tablet, internalId, documentText(id, creationTimeOf(ts), fields));
  }

  private isDeclared({ name, indexes }: Parameters<Store["declare"]>[0][number]): boolean {
    const tablet = this.catalogue.named(name);
    return (
      indexes.every((index) => {
        const known = tablet?.indexes.find((candidate) => candidate.name === index.name);
        return known?.fields.join() === index.fields.join();
      }) && tablet !== undefined
    );
  }

  private makeSystemTables(): void {
    this.commit(this.options.originClock ?? this.options.clock, (ts) => {
      const add = (name: string, number: number): void => {
        this.catalogue.add({ uid: this.random.bytes(16), number, name, component: "", fromTs: ts });
      };
      add("_tables", 1);
      add("_index", 2);
      this.logSystem("_tables", ts, { name: "_tables", number: 1, state: "active" });
      this.logSystem("_tables", ts, { name: "_index", number: 2, state: "active" });
    });
  }

  /** Enters the next documents of a table into an index; whether that was the last of them. */
  private backfillSome(tablet: Tablet, index: Index): boolean {
    const low = this.backfilled.get(index.key) ?? new Uint8Array(0);
    const at = { low, high: endOfKeys };
    const rows = this.revisions.pageById(tablet, at, this.lastCommit, "asc", backfillChunk);
    for (const row of rows) {
      this.revisions.enter(index, keyIn(index, row.id, documentOfRevision(row)), row.ts, row.seq);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < backfillChunk) {
      this.backfilled.delete(index.key);
      return true;
    }
    this.backfilled.set(index.key, successor(last.id));
    return false;
  }
}
