import { asArray, asNumber, asObject, asString, expectEmpty } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";
import { systemQuery } from "./system-query.ts";

/** A key is a list of paths, a path a list of stored field names: `[["org"], ["address", "zip"]]`. */
export type PrimaryKey = readonly (readonly string[])[];

/**
 * Adds, or replaces, the index by which records find their documents (HTTP API: add_primary_key_indexes). Another key
 * than before drops the old index. Asking for the same again changes nothing. Throws ProblemError.
 */
export async function addPrimaryKeyIndexes(
  sender: Sender,
  indexes: Readonly<Record<string, PrimaryKey>>,
  signal?: AbortSignal,
): Promise<void> {
  const reply = await send(sender, {
    method: "PUT",
    path: "/api/streaming_import/add_primary_key_indexes",
    body: { indexes },
    caller: "key",
    repeat: "never",
    signal,
  });
  expectEmpty(reply);
}

export type PrimaryKeyIndex =
  | { readonly kind: "ready"; readonly fields: readonly string[] }
  | {
      readonly kind: "building";
      readonly fields: readonly string[];
      /** Documents indexed so far and in all, where the deployment counts them. */
      readonly indexed: number | undefined;
      readonly total: number | undefined;
    }
  | { readonly kind: "missing" };

const indexName = "_by_airbyte_primary_key";

/**
 * Where a table's key index stands. `primary_key_indexes_ready` is a GET with a body, which no browser can send, so the
 * query of Convex's own dashboard is asked. Throws ProblemError.
 *
 * @param table the stored name, after the renaming of odd names
 */
export async function primaryKeyIndex(
  sender: Sender,
  table: string,
  signal?: AbortSignal,
): Promise<PrimaryKeyIndex> {
  return systemQuery(sender, {
    path: "_system/frontend/indexes",
    args: { tableName: table, tableNamespace: null },
    signal,
    decode: (json) => {
      // Null: there is no such table.
      const indexes =
        json === null ? [] : asArray(json, "The answer").map((entry) => asObject(entry, "An index"));
      const index = indexes.find((entry) => entry["name"] === indexName);
      if (index === undefined) return { kind: "missing" };
      const backfill = asObject(index["backfill"], "backfill");
      const fields = asArray(index["fields"], "fields").map((field) => asString(field, "A field"));
      if (backfill["state"] === "done") return { kind: "ready", fields };
      const stats = backfill["stats"] ?? null;
      const count = (name: string) => {
        const value = stats === null ? null : (asObject(stats, "stats")[name] ?? null);
        return value === null ? undefined : asNumber(value, name);
      };
      return { kind: "building", fields, indexed: count("numDocsIndexed"), total: count("totalDocs") };
    },
  });
}
