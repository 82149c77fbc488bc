import { createContext, use, type ReactNode } from "react";
import type { Client } from "#api/client.ts";

const ClientContext = createContext<Client | undefined>(undefined);

/** Gives the pages inside the deployment that is connected. */
export function ClientProvider(props: { client: Client; children: ReactNode }) {
  return <ClientContext value={props.client}>{props.children}</ClientContext>;
}

/** The calls of the connected deployment; `useClient().connection` is who and where. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (client === undefined) throw new Error("No deployment is connected here.");
  return client;
}
