import type { Index, Tablet } from "./catalogue.ts";
import type { Database, SqlRow, Statement } from "./database.ts";
import type { KeyInterval } from "./key-space.ts";
import type { Order } from "./transaction.ts";

/** One row of the log. `value` is the document's text, null for a deletion. */
export interface Revision {
  readonly seq: bigint;
  readonly ts: bigint;
  readonly tablet: bigint;
  readonly id: Uint8Array;
  readonly value: string | null;
}

export interface PlacedRevision extends Revision {
  readonly key: Uint8Array;
}

const columns = "seq, ts, tablet, id, value";

/**
 * Reading by key at a timestamp: of each key's revisions up to it the newest counts. SQLite takes the other columns of
 * a group from the row with the greatest `ts`, and walks both ways along the index without sorting.
 */
function byId(order: Order): string {
  return `SELECT seq, max(ts) AS ts, tablet, id, deleted, value, id AS key FROM log
    WHERE tablet=? AND id>=? AND id<? AND ts<=? GROUP BY id HAVING deleted=0 ORDER BY id ${order} LIMIT ?`;
}
function byEntry(order: Order): string {
  return `SELECT log.seq AS seq, e.ts AS ts, tablet, id, value, key FROM (
      SELECT key, max(ts) AS ts, seq FROM entries WHERE idx=? AND key>=? AND key<? AND ts<=?
      GROUP BY key HAVING seq IS NOT NULL ORDER BY key ${order} LIMIT ?) AS e
    CROSS JOIN log ON log.seq=e.seq`;
}

/** The log and its index entries. The database given keeps what it has prepared. */
export class Revisions {
  private readonly database: Database;
  private nextSeq: bigint;

  constructor(database: Database) {
    this.database = database;
    const last = this.statement("SELECT max(seq) AS seq FROM log").get()?.["seq"] as bigint | null;
    this.nextSeq = (last ?? 0n) + 1n;
  }

  lastTs(): bigint {
    return (this.statement("SELECT max(ts) AS ts FROM log").get()?.["ts"] as bigint | null) ?? 0n;
  }

  firstTs(): bigint {
    return (this.statement("SELECT min(ts) AS ts FROM log").get()?.["ts"] as bigint | null) ?? 0n;
  }

  /** Whether only tablets up to this one, the system's, have rows. */
  isWithoutDocuments(lastSystemTablet: bigint): boolean {
    return this.statement("SELECT 1 FROM log WHERE tablet>? LIMIT 1").get(lastSystemTablet) === undefined;
  }

  newest(tablet: Tablet, id: Uint8Array, ts: bigint): Revision | undefined {
    const row = this.statement(
      `SELECT ${columns} FROM log WHERE tablet=? AND id=? AND ts<=? ORDER BY ts DESC LIMIT 1`,
    ).get(tablet.key, id, ts);
    return row === undefined || row["value"] === null ? undefined : revisionOfRow(row);
  }

  /** Documents of a tablet by id; `ts` is the snapshot. */
  pageById(tablet: Tablet, at: KeyInterval, ts: bigint, order: Order, limit: number): PlacedRevision[] {
    return this.statement(byId(order))
      .all(tablet.key, at.low, at.high, ts, BigInt(limit))
      .map(placedRevisionOfRow);
  }

  pageByIndex(index: Index, at: KeyInterval, ts: bigint, order: Order, limit: number): PlacedRevision[] {
    return this.statement(byEntry(order))
      .all(index.key, at.low, at.high, ts, BigInt(limit))
      .map(placedRevisionOfRow);
  }

  /** The log after a timestamp and up to another one: `limit` rows, then the rest of the last one's transaction. */
  after(ts: bigint, upTo: bigint, limit: number): Revision[] {
    const rows = this.statement(
      `SELECT ${columns} FROM log WHERE ts>? AND ts<=? ORDER BY ts, seq LIMIT ?`,
    ).all(ts, upTo, BigInt(limit));
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return rows.map(revisionOfRow);
    const rest = this.statement(`SELECT ${columns} FROM log WHERE ts=? AND seq>? ORDER BY seq`).all(
      last["ts"] as bigint,
      last["seq"] as bigint,
    );
    return [...rows, ...rest].map(revisionOfRow);
  }

  append(ts: bigint, tablet: Tablet, id: Uint8Array, value: string | null): bigint {
    const seq = this.nextSeq++;
    this.statement("INSERT INTO log(seq,ts,tablet,id,deleted,value) VALUES(?,?,?,?,?,?)").run(
      seq,
      ts,
      tablet.key,
      id,
      value === null ? 1n : 0n,
      value,
    );
    return seq;
  }

  /** Says what stands at a key from a timestamp on: a revision, or with null nothing. */
  enter(index: Index, key: Uint8Array, ts: bigint, seq: bigint | null): void {
    this.statement("INSERT OR REPLACE INTO entries(idx,key,ts,seq) VALUES(?,?,?,?)").run(
      index.key,
      key,
      ts,
      seq,
    );
  }

  private statement(sql: string): Statement {
    return this.database.prepare(sql);
  }
}

function revisionOfRow(row: SqlRow): Revision {
  return {
    seq: row["seq"] as bigint,
    ts: row["ts"] as bigint,
    tablet: row["tablet"] as bigint,
    id: row["id"] as Uint8Array,
    value: row["value"] as string | null,
  };
}

function placedRevisionOfRow(row: SqlRow): PlacedRevision {
  return { ...revisionOfRow(row), key: row["key"] as Uint8Array };
}
