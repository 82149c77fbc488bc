import { createClient, type Client } from "#api/client.ts";
import { deploymentId, type Connection } from "#api/connection.ts";
import type { GivenDeployment } from "#api/run-time-config.ts";
import {
  forgetDeployment,
  knownDeployments,
  rememberDeployment,
  type KnownDeployment,
} from "./known-deployments.ts";
import { dropFromTab, keepForTab, readTabConnections } from "./tab-connections.ts";

export type KeepKey = "memory" | "tab";

/** Which deployment is open, and which others can be opened without asking for a key again. */
export interface Session {
  readonly client: Client | undefined;
  /** Where the connect page begins. */
  readonly lastUrl: string;
}

export interface SessionStore {
  readonly read: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: (connection: Connection, keep: KeepKey) => void;
  /** Opens a deployment whose key is still at hand; false when it has to be asked for. */
  readonly reopen: (deployment: KnownDeployment) => boolean;
  /** Forgets the deployment and its key; the page is then connected to nothing if it was the open one. */
  readonly forget: (deployment: KnownDeployment) => void;
}

/**
 * Begins where the tab was left, else with a deployment that came with the page and its key, else with none: a key
 * that lived in memory is gone after a reload.
 */
export function createSession(given: readonly GivenDeployment[]): SessionStore {
  // Keys at hand while the page lives. Those that came with the page are in here and in no storage.
  const atHand = new Map<string, Connection>();
  for (const { name, url, key } of given) {
    if (key !== undefined) remember({ name, url, key, userToken: undefined });
  }
  const kept = readTabConnections();
  for (const connection of kept) remember(connection);

  const first = kept[0] ?? [...atHand.values()][0];
  if (first !== undefined) rememberDeployment(first);
  let session: Session = {
    client: first && createClient(first),
    lastUrl: knownDeployments.read()[0]?.url ?? given[0]?.url ?? "",
  };
  const listeners = new Set<() => void>();

  function remember(connection: Connection) {
    atHand.set(deploymentId(connection), connection);
  }
  function change(next: Session) {
    session = next;
    for (const listener of listeners) listener();
  }
  function enter(connection: Connection) {
    remember(connection);
    rememberDeployment(connection);
    change({ client: createClient(connection), lastUrl: connection.url });
  }

  return {
    read: () => session,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(connection, keep) {
      if (keep === "tab") keepForTab(connection);
      else dropFromTab(connection);
      enter(connection);
    },
    reopen(deployment) {
      const connection = atHand.get(deploymentId(deployment));
      if (connection === undefined) return false;
      if (readTabConnections().some((one) => deploymentId(one) === deploymentId(connection)))
        keepForTab(connection);
      enter(connection);
      return true;
    },
    forget(deployment) {
      const id = deploymentId(deployment);
      atHand.delete(id);
      dropFromTab(deployment);
      forgetDeployment(deployment);
      if (session.client?.id === id) change({ client: undefined, lastUrl: "" });
    },
  };
}
