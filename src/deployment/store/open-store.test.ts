import { expect, test } from "vitest";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import { steppingClock } from "./clock.ts";
import { openStore } from "./open-store.ts";
import { seededRandom } from "./random.ts";
import type { Store } from "./store.ts";
import { ConflictError, type Transaction } from "./transaction.ts";

const noon = 1_768_478_400_000_000_000n;
const second = 1_000_000_000n;

function freshStore() {
  const clock = steppingClock(noon);
  const database = openSqlite(":memory:");
  const store = openStore({ database, clock, random: seededRandom(7), backfillDelay: 5n * second });
  return { store, clock, database };
}

function write<T>(store: Store, work: (transaction: Transaction) => T): T {
  const transaction = store.begin();
  const result = work(transaction);
  transaction.commit();
  return result;
}

const everything = { equal: [] };

test("a document inserted is there for later transactions and for the one that wrote it", () => {
  const { store } = freshStore();
  const id = write(store, (tx) => {
    const inserted = tx.insert("users", { name: "Ann" });
    expect(tx.get(inserted)?.fields).toEqual({ name: "Ann" });
    return inserted;
  });
  expect(store.begin().get(id)?.fields).toEqual({ name: "Ann" });
  expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/);
});

test("an older transaction goes on seeing the old revision", () => {
  const { store } = freshStore();
  const id = write(store, (tx) => tx.insert("users", { name: "Ann" }));
  const old = store.begin();
  write(store, (tx) => tx.replace(id, { name: "Bo" }));
  expect(old.get(id)?.fields).toEqual({ name: "Ann" });
  expect([...old.scan("users", "by_creation_time", everything, "asc")].map(({ fields }) => fields)).toEqual([
    { name: "Ann" },
  ]);
  expect(store.begin().get(id)?.fields).toEqual({ name: "Bo" });
});

test("two transactions that changed what the other one read: the second is refused", () => {
  const { store } = freshStore();
  const id = write(store, (tx) => tx.insert("users", { n: 1 }));
  const [first, second] = [store.begin(), store.begin()];
  for (const tx of [first, second]) tx.replace(id, { n: Number(tx.get(id)?.fields["n"]) + 1 });
  first.commit();
  expect(() => second.commit()).toThrow(ConflictError);
  expect(store.begin().get(id)?.fields).toEqual({ n: 2 });
});

test("an insert into a range that was walked is a conflict, one behind the place where the walk stopped is not", () => {
  const { store } = freshStore();
  write(store, (tx) => tx.insert("users", { n: 1 }));
  write(store, (tx) => tx.insert("users", { n: 2 }));
  const [all, first] = [store.begin(), store.begin()];
  expect([...all.scan("users", "by_creation_time", everything, "asc")]).toHaveLength(2);
  for (const _ of first.scan("users", "by_creation_time", everything, "asc")) break;
  for (const tx of [all, first]) tx.insert("log", { walked: true });
  write(store, (tx) => tx.insert("log", {}));
  const later = [store.begin(), store.begin()] as const;
  expect([...later[0].scan("users", "by_creation_time", everything, "asc")]).toHaveLength(2);
  for (const _ of later[1].scan("users", "by_creation_time", everything, "asc")) break;
  for (const tx of later) tx.insert("log", { walked: true });
  write(store, (tx) => tx.insert("users", { n: 3 }));
  expect(() => later[0].commit()).toThrow(ConflictError);
  expect(() => later[1].commit()).not.toThrow();
});

test("own writes take their places in an index walk, both ways", () => {
  const { store } = freshStore();
  store.declare([{ name: "users", indexes: [{ name: "by_n", fields: ["n"] }] }], () => null);
  const ids = write(store, (tx) => [1, 3, 5].map((n) => tx.insert("users", { n })));
  const tx = store.begin();
  tx.insert("users", { n: 4 });
  tx.remove(ids[1] ?? "");
  tx.replace(ids[0] ?? "", { n: 6 });
  const walk = (order: "asc" | "desc") =>
    [...tx.scan("users", "by_n", everything, order)].map(({ fields }) => fields["n"]);
  expect(walk("asc")).toEqual([4, 5, 6]);
  expect(walk("desc")).toEqual([6, 5, 4]);
  const range = { equal: [], lower: { value: 4, inclusive: false }, upper: { value: 6, inclusive: false } };
  expect([...tx.scan("users", "by_n", range, "asc")].map(({ fields }) => fields["n"])).toEqual([5]);
});

test("a walk of many batches meets every document once and in order", () => {
  const { store } = freshStore();
  write(store, (tx) => {
    for (let n = 0; n < 700; n++) tx.insert("numbers", { n });
  });
  const tx = store.begin();
  const walked = [...tx.scan("numbers", "by_creation_time", everything, "desc")].map(
    ({ fields }) => fields["n"],
  );
  expect(walked).toEqual(Array.from({ length: 700 }, (_, n) => 699 - n));
  const byId = [...tx.scan("numbers", "by_id", everything, "asc")].map(({ id }) => id);
  expect(byId).toEqual([...byId].sort());
  expect(new Set(byId).size).toBe(700);
});

test("clearing a table gives it a new tablet under the same number; old timestamps still see the old one", () => {
  const { store } = freshStore();
  const id = write(store, (tx) => tx.insert("users", { name: "Ann" }));
  const before = store.latestTs();
  const old = store.tableNamed("users");
  store.clearTables(["users", "new"]);
  expect(store.begin().get(id)).toBeNull();
  expect(store.beginAt(before).get(id)?.fields).toEqual({ name: "Ann" });
  expect(store.tableNamed("users")?.number).toBe(old?.number);
  expect(store.tableNamed("users")?.key).not.toBe(old?.key);
  expect(store.tables().map(({ name }) => name)).toEqual(["users", "new"]);
});

test("an index is built when its time has come, over old documents and those written meanwhile", () => {
  const { store, clock } = freshStore();
  write(store, (tx) => tx.insert("users", { key: "b" }));
  store.addPrimaryKeyIndexes(new Map([["users", ["key"]]]));
  write(store, (tx) => tx.insert("users", { key: "a" }));
  const walk = () => [...store.begin().scan("users", "_by_airbyte_primary_key", everything, "asc")];
  store.tick();
  expect(walk).toThrow("is currently backfilling");
  clock.advance(6n * second);
  store.tick();
  expect(walk().map(({ fields }) => fields["key"])).toEqual(["a", "b"]);
});

test("timestamps rise even when the clock stands or goes back, and the latest moves on after five seconds", () => {
  const { store, clock } = freshStore();
  write(store, (tx) => tx.insert("users", {}));
  const first = store.latestTs();
  clock.advance(-60n * second);
  write(store, (tx) => tx.insert("users", {}));
  const next = store.latestTs();
  expect(next).toBe(first + 1n);
  clock.advance(64n * second);
  expect(store.latestTs()).toBe(next);
  clock.advance(2n * second);
  expect(store.latestTs()).toBe(next + 5n * second);
});

test("what was committed is there after the database is opened again", () => {
  const { store, database } = freshStore();
  const id = write(store, (tx) => tx.insert("users", { big: 9007199254740993n }));
  const again = openStore({
    database,
    clock: steppingClock(noon),
    random: seededRandom(8),
    backfillDelay: 0n,
  });
  expect(again.begin().get(id)?.fields).toEqual({ big: 9007199254740993n });
  expect(again.begin().count("users")).toBe(1);
  expect(again.latestTs()).toBe(store.latestTs());
});
