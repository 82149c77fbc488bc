import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Timestamp } from "#values/timestamp.ts";
import { useClient } from "#parts/use-client.tsx";
import { createLogReader } from "./log-reader.ts";
import { readLogPage } from "./read-log-page.ts";
import { waitSeen } from "./wait-seen.ts";

/** More would fill a phone's memory, since every revision is kept for the one after it. */
export const keptChanges = 50_000;

/** A reading of the log since a moment, of all tables or of one; begins anew when one of them changes. */
export function useLogReader(since: Timestamp, table: string | undefined, component: string) {
  const client = useClient();
  const reader = useMemo(
    () =>
      createLogReader({
        since,
        keep: keptChanges,
        read: (cursor, signal) =>
          readLogPage(client, table === undefined ? {} : { tableName: table, component }, cursor, signal),
        wait: waitSeen,
      }),
    [client, since, table, component],
  );
  useEffect(() => {
    reader.open();
    return reader.stop;
  }, [reader]);
  return { reader, state: useSyncExternalStore(reader.subscribe, reader.state) };
}
