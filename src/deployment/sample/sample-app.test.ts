import { expect, test } from "vitest";
import { validationError } from "#deployment/functions/validate.ts";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import type { StoredDocument } from "#deployment/store/transaction.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { openStore } from "#deployment/store/open-store.ts";
import { seededRandom } from "#deployment/store/random.ts";
import { sampleSchema, sampleStart, seedSample } from "./sample-app.ts";

const now = 1_768_478_400_000_000_000n;
const schema = sampleSchema();

function seeded(seed: number) {
  let time = sampleStart(now);
  const store = openStore({
    database: openSqlite(":memory:"),
    clock: { now: () => time },
    random: seededRandom(1),
    backfillDelay: 0n,
  });
  const indexes = (table: (typeof schema.tables)[number]) =>
    table.indexes.map(({ indexDescriptor, fields }) => ({ name: indexDescriptor, fields }));
  store.declare(
    schema.tables.map((table) => ({ name: table.tableName, indexes: indexes(table) })),
    () => null,
  );
  store.atomically(() => seedSample(store, { now, seed }));
  time = now;
  return store;
}

const store = seeded(1);
const transaction = store.beginAt(store.latestTs());
const documents = new Map(
  schema.tables.map(({ tableName }): [string, StoredDocument[]] => [
    tableName,
    [...transaction.scan(tableName, "by_creation_time", { equal: [] }, "asc")],
  ]),
);
const textOf = (value: ConvexValue | undefined): string => (typeof value === "string" ? value : "");
const all = (table: string) => documents.get(table) ?? [];

test("the sample has about five thousand documents in five tables", () => {
  const counts = [...documents.values()].map((each) => each.length);
  expect(counts).toHaveLength(5);
  expect(Math.min(...counts)).toBeGreaterThan(200);
  const total = counts.reduce((sum, count) => sum + count);
  expect(total).toBeGreaterThan(4500);
  expect(total).toBeLessThan(5500);
});

test("every document fits the declared schema", () => {
  for (const { tableName, documentType } of schema.tables) {
    if (documentType === null) throw new Error("A table without a type");
    const errors = all(tableName).map(({ fields }) =>
      validationError(documentType, fields, (id) => transaction.tableOf(id)),
    );
    expect(errors.filter((error) => error !== null)).toEqual([]);
  }
});

test("ids lead to documents that are there", () => {
  const users = new Set(all("users").map((user) => user.id));
  const tickets = new Set(all("tickets").map((ticket) => ticket.id));
  const lost = [
    ...all("tickets").filter(({ fields }) => !users.has(textOf(fields["customer"]))),
    ...all("messages").filter(({ fields }) => !tickets.has(textOf(fields["ticket"]))),
    ...all("messages").filter(({ fields }) => !users.has(textOf(fields["author"]))),
  ];
  expect(lost).toEqual([]);
});

test("the history covers four days, ends now, and has inserts, updates and deletes", () => {
  const log = store
    .logAfter(0n, 1_000_000)
    .filter((row) => store.tablet(row.tablet)?.name.startsWith("_") !== true);
  const hour = 3_600_000_000_000n;
  const first = log[0]?.ts ?? 0n;
  const last = log.at(-1)?.ts ?? 0n;
  expect(now - first).toBeGreaterThan(95n * hour);
  expect(now - first).toBeLessThanOrEqual(96n * hour);
  expect(now - last).toBeGreaterThan(0n);
  expect(now - last).toBeLessThan(hour / 10n);
  const key = (row: { tablet: bigint; id: Uint8Array }) => `${row.tablet} ${String(row.id)}`;
  expect(log.length - new Set(log.map(key)).size).toBeGreaterThan(1000);
  expect(log.filter((row) => row.value === null).length).toBeGreaterThan(20);
});

test("all that a Convex value can be is somewhere in it", () => {
  const kinds = new Set<string>();
  const visit = (value: unknown): void => {
    if (value instanceof Uint8Array) kinds.add("bytes");
    else if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) visit(item);
    else if (typeof value === "number" && !Number.isFinite(value)) kinds.add(String(value));
    else kinds.add(value === null ? "null" : typeof value);
  };
  for (const each of documents.values()) for (const { fields } of each) visit(fields);
  expect([...kinds].sort((a, b) => a.localeCompare(b, "en"))).toEqual([
    "-Infinity",
    "bigint",
    "boolean",
    "bytes",
    "Infinity",
    "NaN",
    "null",
    "number",
    "string",
  ]);
});

test("subjects and messages vary and have nothing left to fill in", () => {
  const subjects = new Set(all("tickets").map(({ fields }) => fields["subject"]));
  expect(subjects.size).toBeGreaterThan(80);
  const bodies = new Set(all("messages").map(({ fields }) => textOf(fields["body"])));
  expect(bodies.size).toBeGreaterThan(1500);
  expect([...subjects, ...bodies].filter((text) => /[{}]/.test(textOf(text)))).toEqual([]);
});

test("the same seed gives the same documents", () => {
  const texts = (each: ReturnType<typeof seeded>) => each.logAfter(0n, 500).map((row) => row.value);
  expect(texts(seeded(1))).toEqual(texts(store));
});
