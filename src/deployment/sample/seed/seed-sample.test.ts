import { expect, test } from "vitest";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import { openStore } from "#deployment/store/open-store.ts";
import { seededRandom } from "#deployment/store/random.ts";
import { validationError } from "#deployment/functions/validate.ts";
import { sampleSchema, sampleStart, seedSample } from "#deployment/sample/sample-app.ts";

const now = 1_768_478_400_000_000_000n;
test("play", () => {
  let time = sampleStart(now);
  const store = openStore({
    database: openSqlite(":memory:"),
    clock: { now: () => time },
    random: seededRandom(1),
    backfillDelay: 0n,
  });
  const schema = sampleSchema();
  store.declare(
    schema.tables.map(({ tableName, indexes }) => ({
      name: tableName,
      indexes: indexes.map((index) => ({ name: index.indexDescriptor, fields: index.fields })),
    })),
    (table, fields) => {
      const type = schema.tables.find((each) => each.tableName === table)?.documentType;
      return type == null ? null : validationError(type, fields, (id) => store.begin().tableOf(id));
    },
  );
  const t = performance.now();
  seedSample(store, { now, seed: 7 });
  console.log("seed ms", performance.now() - t);
  time = now;
  const tx = store.beginAt(store.latestTs());
  for (const table of store.tables()) {
    console.log(table.name, tx.count(table.name));
    let n = 0;
    for (const doc of tx.scan(table.name, "by_creation_time", { equal: [] }, "desc")) {
      if (n++ < 3) console.log(doc);
      else break;
    }
  }
  console.log(
    "log",
    store.logAfter(0n, 100000).length,
    new Set(store.logAfter(0n, 100000).map((r) => r.ts)).size,
  );
  expect(1).toBe(1);
});
