import type { Store } from "#deployment/store/store.ts";
import type { IndexFields } from "./query-stream.ts";

/** Looks up the fields of indexes in a store; those that every table has need no table. */
export function indexFieldsOf(store: Store): IndexFields {
  return (table, index) => {
    if (index === "by_id") return ["_id"];
    if (index === "by_creation_time") return [];
    return store.tableNamed(table)?.indexes.find((each) => each.name === index)?.fields;
  };
}
