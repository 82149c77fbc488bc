import type { CountedShape } from "./counted-shape.ts";
import { emptyShape } from "./counted-shape.ts";
import type { Database, SqlRow } from "./database.ts";

/** One life of a table: clearing a table gives its name and number to a new tablet. Timestamps in ns. */
export interface Tablet {
  readonly key: bigint;
  /** 16 random bytes: what tables are ordered by, and the first half of a list_snapshot cursor. */
  readonly uid: Uint8Array;
  readonly number: number;
  readonly name: string;
  readonly component: string;
  readonly fromTs: bigint;
  untilTs: bigint | null;
  summary: CountedShape;
  readonly indexes: Index[];
}

export interface Index {
  readonly key: bigint;
  readonly tablet: bigint;
  readonly name: string;
  readonly fields: readonly string[];
  /** When, by the clock, its building may start. */
  readonly readyAt: bigint;
  /** From which timestamp on it can be read; null while it is being built. */
  readyTs: bigint | null;
}

/** Numbers below belong to system tables. */
export const firstUserTable = 10001;

/** Indexes that every table has, and those the system keeps for itself. */
export function isHiddenIndex(name: string): boolean {
  return name === "by_creation_time" || name.startsWith("_");
}

export function isUserTablet(tablet: Tablet): boolean {
  return tablet.number >= firstUserTable;
}

/** Which tablets and indexes there are and were; kept in memory, written with the commit that changes it. */
export class Catalogue {
  readonly tablets = new Map<bigint, Tablet>();
  private readonly byName = new Map<string, Tablet>();
  private readonly byNumber = new Map<number, Tablet>();
  /** The commit that last made, swapped or dropped a table. */
  changedTs = 0n;
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
    this.load();
  }

  /** Reads everything again: what memory says may be wrong after a commit that failed. */
  load(): void {
    const { database } = this;
    for (const map of [this.tablets, this.byName, this.byNumber]) map.clear();
    for (const row of database.prepare("SELECT * FROM tablets ORDER BY tablet").all()) {
      this.remember(tabletOfRow(row));
    }
    for (const row of database.prepare("SELECT * FROM indexes WHERE is_gone=0 ORDER BY idx").all()) {
      this.tablets.get(row["tablet"] as bigint)?.indexes.push(indexOfRow(row));
    }
  }

  /** The tablet that has this name now. */
  named(name: string, component = ""): Tablet | undefined {
    return this.byName.get(`${component}/${name}`);
  }

  numbered(number: number): Tablet | undefined {
    return this.byNumber.get(number);
  }

  namedAt(name: string, ts: bigint): Tablet | undefined {
    const now = this.named(name);
    if (now !== undefined && now.fromTs <= ts) return now;
    return this.at(ts).find((tablet) => tablet.name === name && tablet.component === "");
  }

  numberedAt(number: number, ts: bigint): Tablet | undefined {
    const now = this.byNumber.get(number);
    if (now !== undefined && now.fromTs <= ts) return now;
    return this.at(ts).find((tablet) => tablet.number === number);
  }

  /** User tablets as of a timestamp, ordered by their random identity. */
  at(ts: bigint): Tablet[] {
    return [...this.tablets.values()]
      .filter((tablet) => isUserTablet(tablet) && tablet.fromTs <= ts)
      .filter((tablet) => tablet.untilTs === null || tablet.untilTs > ts)
      .sort((a, b) => compareBytes(a.uid, b.uid));
  }

  /** User tables of today by number. */
  current(): Tablet[] {
    return [...this.byNumber.values()].filter(isUserTablet).sort((a, b) => a.number - b.number);
  }

  nextNumber(): number {
    return Math.max(firstUserTable - 1, ...this.byNumber.keys()) + 1;
  }

  add(table: { uid: Uint8Array; number: number; name: string; component: string; fromTs: bigint }): Tablet {
    const summary = emptyShape();
    this.database
      .prepare(
        "INSERT INTO tablets(uid,number,name,component,from_ts,until_ts,summary) VALUES(?,?,?,?,?,NULL,?)",
      )
      .run(
        table.uid,
        BigInt(table.number),
        table.name,
        table.component,
        table.fromTs,
        JSON.stringify(summary),
      );
    const tablet: Tablet = { ...table, key: this.lastKey(), untilTs: null, summary, indexes: [] };
    this.remember(tablet);
    this.changedTs = table.fromTs;
    return tablet;
  }

  end(tablet: Tablet, ts: bigint): void {
    this.database.prepare("UPDATE tablets SET until_ts=? WHERE tablet=?").run(ts, tablet.key);
    tablet.untilTs = ts;
    this.byName.delete(`${tablet.component}/${tablet.name}`);
    this.byNumber.delete(tablet.number);
    this.changedTs = ts;
  }

  addIndex(tablet: Tablet, index: Pick<Index, "name" | "fields" | "readyAt" | "readyTs">): Index {
    this.database
      .prepare("INSERT INTO indexes(tablet,name,fields,ready_at,ready_ts,is_gone) VALUES(?,?,?,?,?,0)")
      .run(tablet.key, index.name, JSON.stringify(index.fields), index.readyAt, index.readyTs);
    const added: Index = { ...index, key: this.lastKey(), tablet: tablet.key };
    tablet.indexes.push(added);
    return added;
  }

  dropIndex(tablet: Tablet, index: Index): void {
    this.database.prepare("UPDATE indexes SET is_gone=1 WHERE idx=?").run(index.key);
    this.database.prepare("DELETE FROM entries WHERE idx=?").run(index.key);
    tablet.indexes.splice(tablet.indexes.indexOf(index), 1);
  }

  markReady(index: Index, ts: bigint): void {
    this.database.prepare("UPDATE indexes SET ready_ts=? WHERE idx=?").run(ts, index.key);
    index.readyTs = ts;
  }

  saveSummary(tablet: Tablet): void {
    this.database
      .prepare("UPDATE tablets SET summary=? WHERE tablet=?")
      .run(JSON.stringify(tablet.summary), tablet.key);
  }

  private remember(tablet: Tablet): void {
    this.tablets.set(tablet.key, tablet);
    if (tablet.untilTs !== null) return;
    this.byName.set(`${tablet.component}/${tablet.name}`, tablet);
    this.byNumber.set(tablet.number, tablet);
  }

  private lastKey(): bigint {
    return this.database.prepare("SELECT last_insert_rowid() AS key").get()?.["key"] as bigint;
  }
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function tabletOfRow(row: SqlRow): Tablet {
  return {
    key: row["tablet"] as bigint,
    uid: row["uid"] as Uint8Array,
    number: Number(row["number"]),
    name: row["name"] as string,
    component: row["component"] as string,
    fromTs: row["from_ts"] as bigint,
    untilTs: row["until_ts"] as bigint | null,
    summary: JSON.parse(row["summary"] as string) as CountedShape,
    indexes: [],
  };
}

function indexOfRow(row: SqlRow): Index {
  return {
    key: row["idx"] as bigint,
    tablet: row["tablet"] as bigint,
    name: row["name"] as string,
    fields: JSON.parse(row["fields"] as string) as string[],
    readyAt: row["ready_at"] as bigint,
    readyTs: row["ready_ts"] as bigint | null,
  };
}
