import fc from "fast-check";
import { expect, test } from "vitest";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import { encodeDocumentId } from "#values/document-id.ts";
import { compareStrings } from "#values/compare-strings.ts";
import { steppingClock } from "./clock.ts";
import { valueOfText } from "./document-text.ts";
import { openStore } from "./open-store.ts";
import { seededRandom } from "./random.ts";

const operation = fc.record({
  kind: fc.constantFrom("insert", "insert", "replace", "remove"),
  which: fc.nat(),
  n: fc.integer({ min: 0, max: 3 }),
});
const history = fc.array(fc.array(operation, { minLength: 1, maxLength: 5 }), { maxLength: 12 });

test("every past moment can be read as it was, by every index, and deltas lead from each to the next", () => {
  fc.assert(
    fc.property(history, (transactions) => {
      const store = openStore({
        database: openSqlite(":memory:"),
        clock: steppingClock(1_768_478_400_000_000_000n),
        random: seededRandom(5),
        backfillDelay: 0n,
      });
      store.declare([{ name: "t", indexes: [{ name: "by_n", fields: ["n"] }] }], () => null);
      const model = new Map<string, number>();
      const moments: { ts: bigint; documents: Map<string, number> }[] = [
        { ts: store.latestTs(), documents: new Map() },
      ];
      for (const operations of transactions) {
        const tx = store.begin();
        for (const { kind, which, n } of operations) {
          const ids = [...model.keys()];
          const id = ids[which % Math.max(1, ids.length)];
          if (kind === "insert" || id === undefined) model.set(tx.insert("t", { n }), n);
          else if (kind === "replace") {
            tx.replace(id, { n });
            model.set(id, n);
          } else {
            tx.remove(id);
            model.delete(id);
          }
        }
        moments.push({ ts: tx.commit(), documents: new Map(model) });
      }

      const replayed = new Map<string, number>();
      let last = moments[0]?.ts ?? 0n;
      for (const { ts, documents } of moments) {
        const tx = store.beginAt(ts);
        const scanned = (index: string, order: "asc" | "desc") =>
          [...tx.scan("t", index, { equal: [] }, order)].map(({ id, fields }) => [id, fields["n"]] as const);
        const byId = [...documents].toSorted(([a], [b]) => compareStrings(a, b));
        expect(scanned("by_id", "asc")).toEqual(byId);
        expect(scanned("by_id", "desc")).toEqual(byId.toReversed());
        expect(scanned("by_creation_time", "asc")).toEqual([...documents]);
        const byN = [...documents].toSorted(([, a], [, b]) => a - b);
        expect(scanned("by_n", "asc")).toEqual(byN);
        for (const n of [0, 1, 2, 3]) {
          const equal = [...tx.scan("t", "by_n", { equal: [n] }, "asc")].map(({ id }) => id);
          expect(equal).toEqual(byN.filter(([, value]) => value === n).map(([id]) => id));
        }

        for (const row of store.logAfter(last, 1).filter((each) => each.ts <= ts)) {
          if (row.tablet !== store.tableNamed("t")?.key) continue;
          if (row.value === null)
            replayed.delete(encodeDocumentId({ tableNumber: 10001, internalId: row.id }));
          else {
            const document = valueOfText(row.value);
            replayed.set(document["_id"] as string, document["n"] as number);
          }
        }
        last = ts;
        expect(replayed).toEqual(documents);
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});
