import { badRequest, forbidden } from "#deployment/http/refusal.ts";
import type { ConvexObject } from "#values/convex-value.ts";
import { convexSize } from "#values/convex-size.ts";
import { decodeDocumentId, encodeDocumentId, isDocumentId } from "#values/document-id.ts";
import { isTableName } from "#values/identifier.ts";
import { firstUserTable, type Index, isUserTablet, type Tablet } from "./catalogue.ts";
import { checkDocument } from "./check-document.ts";
import type { Clock } from "./clock.ts";
import { emptyShape } from "./counted-shape.ts";
import { creationTimeOf, nextFloat } from "./creation-time.ts";
import { documentOfRevision } from "./document-of-revision.ts";
import { compareKeys } from "./index-key.ts";
import { endOfKeys, idInterval, type KeyInterval, rangeInterval, successor } from "./key-space.ts";
import { type PendingWrite, PendingWrites } from "./pending-writes.ts";
import type { ReadInterval } from "./recent-commits.ts";
import type { StoreCore } from "./store-core.ts";
import type {
  IndexedDocument,
  IndexRange,
  Order,
  Savepoint,
  StoredDocument,
  Transaction,
  TransactionUsage,
} from "./transaction.ts";
import { ConflictError } from "./transaction.ts";

type Writable<T> = { -readonly [key in keyof T]: T[key] };

interface KeptState extends Savepoint {
  readonly writes: ReadonlyMap<string, PendingWrite>;
  readonly tables: ReadonlyMap<string, Tablet>;
}

/** Rows fetched at once: few at first, because many walks stop early. */
const firstBatch = 16;
const laterBatch = 256;

export class OpenTransaction implements Transaction {
  readonly snapshotTs: bigint;
  readonly usage: Writable<TransactionUsage> = {
    documentsRead: 0,
    bytesRead: 0,
    intervalsRead: 0,
    documentsWritten: 0,
    bytesWritten: 0,
  };
  private readonly core: StoreCore;
  private readonly clock: Clock;
  private readonly isReadOnly: boolean;
  private readonly pending = new PendingWrites();
  private readonly reads: Writable<ReadInterval>[] = [];
  private readonly created = new Map<string, Tablet>();
  /** A name looked up in vain: if the table comes to be, that is a conflict. */
  private missedTable: string | undefined;
  private creationTime: number;

  constructor(core: StoreCore, clock: Clock, snapshotTs: bigint, isReadOnly: boolean) {
    this.core = core;
    this.clock = clock;
    this.snapshotTs = snapshotTs;
    this.isReadOnly = isReadOnly;
    this.creationTime = creationTimeOf(clock.now());
    core.recent.begin(this, snapshotTs);
  }

  get(id: string): StoredDocument | null {
    if (!isDocumentId(id)) return null;
    const { tableNumber, internalId } = decodeDocumentId(id);
    const own = this.pending.get(id);
    if (own !== undefined) return own.after;
    const tablet = this.tabletNumbered(tableNumber);
    if (tablet === undefined) return null;
    this.recordRead(tablet, null, { low: internalId, high: successor(internalId) });
    const revision = this.core.revisions.newest(tablet, internalId, this.snapshotTs);
    if (revision === undefined) return null;
    return this.counted(documentOfRevision(revision));
  }

  insert(table: string, fields: ConvexObject): string {
    this.checkSchema(table, fields);
    const size = checkDocument(fields);
    const tablet = this.tabletNamed(table) ?? this.createTable(table);
    const creationTime = this.creationTime;
    this.creationTime = nextFloat(creationTime);
    const internalId = this.newInternalId();
    const id: string = encodeDocumentId({ tableNumber: tablet.number, internalId });
    this.countWrite(size);
    this.pending.set(id, { tablet, internalId, before: null, after: { id, creationTime, fields, ts: 0n } });
    return id;
  }

  replace(id: string, fields: ConvexObject): void {
    const { document, tablet } = this.existing(id);
    this.checkSchema(tablet.name, fields);
    this.countWrite(checkDocument(fields));
    this.write(tablet, document, { ...document, fields, ts: 0n });
  }

  remove(id: string): void {
    const { document, tablet } = this.existing(id);
    this.countWrite(0);
    this.write(tablet, document, null);
  }

  *scan(
    table: string,
    indexName: string,
    range: IndexRange,
    order: Order,
  ): IterableIterator<IndexedDocument> {
    const tablet = this.tabletNamed(table);
    const index = this.indexNamed(tablet, table, indexName);
    if (tablet === undefined) return;
    const wanted = index === null ? idInterval(tablet, range) : rangeInterval(range);
    let rest = narrowed(wanted, range, order);
    const read = this.recordRead(tablet, index, rest);
    // What has not been walked has not been read: the interval grows with each step.
    if (order === "asc") read.high = rest.low;
    else read.low = rest.high;
    for (let size = firstBatch; compareKeys(rest.low, rest.high) < 0; size = laterBatch) {
      const batch = this.batch(tablet, index, rest, order, size);
      for (const item of batch.items) {
        if (order === "asc") read.high = successor(item.key);
        else read.low = item.key;
        yield this.counted(item);
      }
      rest = batch.rest;
      if (order === "asc") read.high = rest.low;
      else read.low = rest.high;
    }
  }

  normalizeId(table: string, id: string): string | null {
    const tablet = this.tabletNamed(table);
    if (tablet === undefined || !isDocumentId(id)) return null;
    return decodeDocumentId(id).tableNumber === tablet.number ? id : null;
  }

  tableOf(id: string): string | null {
    if (!isDocumentId(id)) return null;
    return this.tabletNumbered(decodeDocumentId(id).tableNumber)?.name ?? null;
  }

  count(table: string): number {
    const tablet = this.tabletNamed(table);
    if (tablet === undefined) return 0;
    this.recordRead(tablet, null, { low: new Uint8Array(0), high: endOfKeys });
    return (tablet.summary.object?.count ?? 0) + this.pending.countChange(tablet);
  }

  savepoint(): Savepoint {
    const point: KeptState = {
      kind: "savepoint",
      writes: this.pending.copy(),
      tables: new Map(this.created),
    };
    return point;
  }

  rollbackTo(savepoint: Savepoint): void {
    const { writes, tables } = savepoint as KeptState;
    this.pending.restore(writes);
    this.created.clear();
    for (const [name, tablet] of tables) this.created.set(name, tablet);
  }

  commit(): bigint {
    try {
      if (this.pending.size === 0 && this.created.size === 0) return this.snapshotTs;
      this.checkConflicts();
      return this.core.write(this.clock, this.pending.all(), [...this.created.values()]);
    } finally {
      this.abort();
    }
  }

  abort(): void {
    this.core.recent.end(this);
  }

  /** Makes an empty table, if there is none of this name. */
  createTable(table: string): Tablet {
    const known = this.tabletNamed(table);
    if (known !== undefined) return known;
    this.refuseReadOnly();
    if (!isTableName(table)) {
      throw badRequest("InvalidTableName", `Invalid table name: ${table}`);
    }
    const tablet: Tablet = {
      key: BigInt(-1 - this.created.size),
      uid: this.core.random.bytes(16),
      number: this.core.catalogue.nextNumber() + this.created.size,
      name: table,
      component: "",
      fromTs: this.snapshotTs,
      untilTs: null,
      summary: emptyShape(),
      indexes: [],
    };
    this.created.set(table, tablet);
    return tablet;
  }

  private checkConflicts(): void {
    const { catalogue, recent } = this.core;
    const [firstCreated] = this.created.keys();
    const table = firstCreated ?? this.missedTable;
    if (table !== undefined && catalogue.changedTs > this.snapshotTs) throw new ConflictError(table);
    for (const { tablet } of this.pending.all()) {
      if (tablet.untilTs !== null) throw new ConflictError(tablet.name);
    }
    const conflict = recent.conflict(this.snapshotTs, this.reads);
    if (conflict !== undefined) throw new ConflictError(conflict);
  }

  /** One stretch of an index, own writes merged in, and what is left of it. */
  private batch(
    tablet: Tablet,
    index: Index | null,
    at: KeyInterval,
    order: Order,
    size: number,
  ): { items: IndexedDocument[]; rest: KeyInterval } {
    const { revisions } = this.core;
    const rows =
      tablet.key < 0n
        ? []
        : index === null
          ? revisions.pageById(tablet, at, this.snapshotTs, order, size)
          : revisions.pageByIndex(index, at, this.snapshotTs, order, size);
    const lastKey = rows.length < size ? undefined : rows.at(-1)?.key;
    const covered =
      lastKey === undefined
        ? at
        : order === "asc"
          ? { low: at.low, high: successor(lastKey) }
          : { low: lastKey, high: at.high };
    const own = this.pending.within(tablet, index, covered);
    const items: IndexedDocument[] = own.map(({ key, document }) => ({ ...document, key }));
    for (const row of rows) {
      const document = documentOfRevision(row);
      if (this.pending.get(document.id) === undefined) items.push({ ...document, key: row.key });
    }
    if (own.length > 0) {
      const sign = order === "asc" ? 1 : -1;
      items.sort((a, b) => sign * compareKeys(a.key, b.key));
    }
    const rest = order === "asc" ? { low: covered.high, high: at.high } : { low: at.low, high: covered.low };
    return { items, rest };
  }

  private counted<T extends StoredDocument>(document: T): T {
    this.usage.documentsRead++;
    this.usage.bytesRead += convexSize(document.fields);
    return document;
  }

  private recordRead(tablet: Tablet, index: Index | null, at: KeyInterval): Writable<ReadInterval> {
    this.usage.intervalsRead++;
    const read = { space: spaceOf(tablet, index), table: tablet.name, low: at.low, high: at.high };
    this.reads.push(read);
    return read;
  }

  private existing(id: string): { document: StoredDocument; tablet: Tablet } {
    const document = this.get(id);
    const tablet = document === null ? undefined : this.tabletNumbered(decodeDocumentId(id).tableNumber);
    if (document === null || tablet === undefined) {
      throw badRequest("DocumentNotFound", `Document with ID ${id} not found`);
    }
    return { document, tablet };
  }

  private write(tablet: Tablet, before: StoredDocument, after: StoredDocument | null): void {
    this.refuseReadOnly();
    const own = this.pending.get(before.id);
    if (own !== undefined) this.pending.set(before.id, { ...own, after });
    else {
      const { internalId } = decodeDocumentId(before.id);
      this.pending.set(before.id, { tablet, internalId, before, after });
    }
  }

  private tabletNamed(name: string): Tablet | undefined {
    const tablet = this.created.get(name) ?? this.core.catalogue.namedAt(name, this.snapshotTs);
    if (tablet === undefined) this.missedTable = name;
    return tablet !== undefined && isUserTablet(tablet) ? tablet : undefined;
  }

  private tabletNumbered(number: number): Tablet | undefined {
    if (number < firstUserTable) return undefined;
    for (const tablet of this.created.values()) if (tablet.number === number) return tablet;
    return this.core.catalogue.numberedAt(number, this.snapshotTs);
  }

  /** Null stands for `by_id`, which is the log itself. */
  private indexNamed(tablet: Tablet | undefined, table: string, name: string): Index | null {
    if (name === "by_id" || tablet === undefined) {
      if (name === "by_id" || name === "by_creation_time") return null;
      throw badRequest("IndexNotFoundError", `Index ${table}.${name} not found.`);
    }
    if (name === "by_creation_time" && tablet.key < 0n) return ownCreationTimeIndex;
    const index = tablet.indexes.find((candidate) => candidate.name === name);
    if (index === undefined) throw badRequest("IndexNotFoundError", `Index ${table}.${name} not found.`);
    if (index.readyTs === null || index.readyTs > this.snapshotTs) {
      throw badRequest(
        "IndexBackfillingError",
        `Index ${table}.${name} is currently backfilling and not available to query yet.`,
      );
    }
    return index;
  }

  private checkSchema(table: string, fields: ConvexObject): void {
    this.refuseReadOnly();
    const fault = this.core.schemaCheck(table, fields);
    if (fault === null) return;
    throw badRequest(
      "SchemaEnforcementError",
      `Failed to insert or update a document in table "${table}" because it does not match the schema: ${fault}`,
    );
  }

  private refuseReadOnly(): void {
    if (this.isReadOnly) throw forbidden("ReadOnlyTransaction", "A query cannot write.");
  }

  private countWrite(bytes: number): void {
    this.usage.documentsWritten++;
    this.usage.bytesWritten += bytes;
  }

  /** 14 random bytes and the day, as the API's ids have it. */
  private newInternalId(): Uint8Array {
    const id = new Uint8Array(16);
    id.set(this.core.random.bytes(14));
    new DataView(id.buffer).setUint16(14, Math.floor(this.creationTime / 86_400_000));
    return id;
  }
}

/** A table made by this very transaction has no entries yet; all its documents are pending ones. */
const ownCreationTimeIndex: Index = {
  key: -1n,
  tablet: -1n,
  name: "by_creation_time",
  fields: [],
  readyAt: 0n,
  readyTs: 0n,
};

export function spaceOf(tablet: Tablet, index: Index | null): string {
  return index === null ? `by_id of ${tablet.key}` : `index ${index.key}`;
}

function narrowed(at: KeyInterval, range: IndexRange, order: Order): KeyInterval {
  let { low, high } = at;
  const after = range.after;
  const until = range.until;
  if (order === "asc") {
    if (after !== undefined && compareKeys(successor(after), low) > 0) low = successor(after);
    if (until !== undefined && compareKeys(successor(until), high) < 0) high = successor(until);
  } else {
    if (after !== undefined && compareKeys(after, high) < 0) high = after;
    if (until !== undefined && compareKeys(until, low) > 0) low = until;
  }
  return { low, high };
}
