import { array, object, optional, safeParse, string } from "valibot";
import type { Connection } from "#api/connection.ts";

// sessionStorage: ends with the tab and is read by no other. Keys come here only when their owner asks for it.
const name = "deltascope.connections.any.v1";
const schema = array(
  object({ name: string(), url: string(), key: optional(string()), userToken: optional(string()) }),
);

/** The connections kept for this tab, the last one used first. */
export function readTabConnections(): readonly Connection[] {
  try {
    const parsed = safeParse(schema, JSON.parse(sessionStorage.getItem(name) ?? "[]"));
    if (!parsed.success) return [];
    return parsed.output.map((one) => ({ ...one, key: one.key, userToken: one.userToken }));
  } catch {
    return [];
  }
}

export function keepForTab(connection: Connection): void {
  write([connection, ...readTabConnections().filter((one) => !isSame(one, connection))]);
}

export function dropFromTab(connection: Pick<Connection, "name" | "url">): void {
  write(readTabConnections().filter((one) => !isSame(one, connection)));
}

function isSame(one: Pick<Connection, "name" | "url">, other: Pick<Connection, "name" | "url">): boolean {
  return one.name === other.name && one.url === other.url;
}

function write(connections: readonly Connection[]): void {
  try {
    if (connections.length === 0) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(connections));
  } catch {
    // Forbidden or full: the key then lasts as long as the page.
  }
}
