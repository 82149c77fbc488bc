import { expect, test } from "vitest";
import { adaptSqlite, openSyncDatabase } from "#deployment/node/open-sqlite.ts";
import { steppingClock } from "./clock.ts";
import { openStore } from "./open-store.ts";
import { seededRandom } from "./random.ts";

/** A store whose walks count the rows that SQLite steps over: each asks a function that counts. */
function countingStore() {
  const sync = openSyncDatabase(":memory:");
  let visited = 0;
  sync.function("visited", { varargs: true }, () => {
    visited++;
    return 1;
  });
  const plain = adaptSqlite(sync);
  const database = {
    ...plain,
    prepare: (sql: string) => plain.prepare(sql.replace("AND ts<=?", "AND ts<=? AND visited(ts%2)")),
  };
  const clock = steppingClock(1_768_478_400_000_000_000n);
  const store = openStore({ database, clock, random: seededRandom(3), backfillDelay: 0n });
  const count = (work: () => unknown): number => {
    visited = 0;
    work();
    return visited;
  };
  return { store, plain, count };
}

test("the last page of a snapshot steps over as many rows as the first", () => {
  const { store, count } = countingStore();
  const ids: string[] = [];
  for (let batch = 0; batch < 4; batch++) {
    const tx = store.begin();
    for (let n = 0; n < 1000; n++) ids.push(tx.insert("documents", { n }));
    tx.commit();
  }
  const changing = store.begin();
  for (const id of ids) changing.replace(id, { changed: true });
  changing.commit();
  const tablet = store.tableNamed("documents");
  if (tablet === undefined) throw new Error("no table");

  const costs: number[] = [];
  let after: Uint8Array | null = null;
  do {
    costs.push(
      count(() => {
        after = store.snapshotPage(tablet, after, store.latestTs(), 100).lastId;
      }),
    );
  } while (after !== null);
  expect(costs).toHaveLength(41);
  // Two revisions of each document, and the row behind the page that ends it.
  for (const cost of costs.slice(0, -1)) {
    expect(cost).toBeGreaterThanOrEqual(200);
    expect(cost).toBeLessThanOrEqual(202);
  }
});

test("walks along an index, both ways, and by id need no sorting and no full scan", () => {
  const { store, plain } = countingStore();
  store.declare([{ name: "documents", indexes: [{ name: "by_n", fields: ["n"] }] }], () => null);
  for (const [table, key] of [
    ["log", "tablet=? AND id>=? AND id<?"],
    ["entries", "idx=? AND key>=? AND key<?"],
  ] as const) {
    const column = table === "log" ? "id" : "key";
    for (const order of ["asc", "desc"]) {
      const plan = plain
        .prepare(
          `EXPLAIN QUERY PLAN SELECT ${column}, max(ts), seq FROM ${table} WHERE ${key} AND ts<=? GROUP BY ${column} ORDER BY ${column} ${order} LIMIT ?`,
        )
        .all(1n, new Uint8Array(), new Uint8Array(1), 1n, 1n)
        .map((row) => String(row["detail"]));
      expect(plan).toHaveLength(1);
      expect(plan[0]).toMatch(
        /^SEARCH (log|entries) USING (COVERING INDEX log_by_id|INDEX log_by_id|PRIMARY KEY) \(/,
      );
    }
  }
});

test("a short walk along an index of a large table reads a few rows", () => {
  const { store, count } = countingStore();
  store.declare([{ name: "documents", indexes: [{ name: "by_n", fields: ["n"] }] }], () => null);
  const tx = store.begin();
  for (let n = 0; n < 3000; n++) tx.insert("documents", { n });
  tx.commit();
  const reading = store.begin();
  const cost = count(() => {
    const range = { equal: [], lower: { value: 2000, inclusive: true } };
    for (const document of reading.scan("documents", "by_n", range, "asc")) {
      if (document.fields["n"] === 2004) break;
    }
  });
  expect(cost).toBeLessThan(25);
});
