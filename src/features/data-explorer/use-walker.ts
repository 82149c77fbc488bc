import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Client } from "#api/client.ts";
import type { Timestamp } from "#values/timestamp.ts";
import { useClient } from "#parts/use-client.tsx";
import { readSnapshotPage } from "./read-snapshot-page.ts";
import type { Walk } from "./walk.ts";
import { createWalker, type Walker, type WalkerState } from "./walker.ts";

/** More would fill a phone's memory; what is let go of is read again when it is scrolled to. */
export const keptDocuments = 50_000;

interface Current {
  readonly table: string;
  readonly component: string;
  readonly walker: Walker;
  /** What the walk before it showed of the same table, to be seen until the first page is here. */
  readonly before: Walk | undefined;
}

/**
 * The walk that is on screen. A window that becomes narrow is drawn anew, and what takes over goes on with the walk of
 * what it replaces instead of reading, and paying for, the table again.
 */
const onScreen = new WeakMap<Client, Current>();

/** The walk through a table at an instant, or at the latest commit; begins anew when one of them changes. */
export function useWalker(table: string, component: string, at: Timestamp | undefined) {
  const client = useClient();
  const make = useCallback(
    (before: Walk | undefined): Current => ({
      table,
      component,
      before,
      walker: createWalker({
        at,
        keep: keptDocuments,
        read: (request) => readSnapshotPage(client, { tableName: table, component }, request),
      }),
    }),
    [client, table, component, at],
  );
  const isOfTable = (one: Current) => one.table === table && one.component === component;
  const [kept, setKept] = useState(() => {
    const running = onScreen.get(client);
    return running && isOfTable(running) && isOf(running.walker, at) ? running : make(undefined);
  });
  let current = kept;
  const isSameTable = isOfTable(kept);
  if (!isSameTable || !isOf(kept.walker, at)) {
    current = make(isSameTable ? kept.walker.state().walk : undefined);
    setKept(current);
  }
  const { walker } = current;
  useEffect(() => {
    onScreen.set(client, current);
    current.walker.open();
    return () => {
      onScreen.delete(client);
      current.walker.close();
    };
  }, [client, current]);
  const state: WalkerState = useSyncExternalStore(walker.subscribe, walker.state);
  /** Reads the table again from its start; at the latest commit if no instant is held. */
  const renew = useCallback(() => setKept(make(walker.state().walk)), [make, walker]);
  return { walker, state, before: current.before, renew };
}

/** To hold the instant that is shown already is no reason to read it again. */
function isOf(walker: Walker, at: Timestamp | undefined): boolean {
  return walker.at === at || (at !== undefined && walker.state().walk.snapshot === at);
}
