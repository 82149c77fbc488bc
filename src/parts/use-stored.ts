import { useSyncExternalStore } from "react";
import { stored, type StoredOptions } from "./stored.ts";

/**
 * A small value kept in this browser, the same in every component and tab that uses its name:
 * `useStored({ area: "runs", deployment: client.id, version: 1, schema, fallback: [] })`.
 */
export function useStored<Value>(options: StoredOptions<Value>): readonly [Value, (value: Value) => void] {
  const store = stored(options);
  return [useSyncExternalStore(store.subscribe, store.read), store.write];
}
