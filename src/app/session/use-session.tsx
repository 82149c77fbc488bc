import { createContext, use, useSyncExternalStore, type ReactNode } from "react";
import type { Session, SessionStore } from "./session.ts";

const SessionContext = createContext<SessionStore | undefined>(undefined);

export function SessionProvider(props: { store: SessionStore; children: ReactNode }) {
  return <SessionContext value={props.store}>{props.children}</SessionContext>;
}

export function useSession(): readonly [Session, SessionStore] {
  const store = use(SessionContext);
  if (store === undefined) throw new Error("There is no session here.");
  return [useSyncExternalStore(store.subscribe, store.read), store];
}
