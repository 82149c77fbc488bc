/** Where the dashboard looks and as whom. The key and the token live in memory only; see `app/session`. */
export interface Connection {
  /** Origin and path without a trailing slash, e.g. `https://tall-crane-215.convex.cloud`. */
  readonly url: string;
  /** What the deployment calls itself (`GET /instance_name`). */
  readonly name: string;
  readonly key: string | undefined;
  /** A user's JSON Web Token; functions can be called as that user. */
  readonly userToken: string | undefined;
}

/**
 * Tells deployments apart in the names of stored things. Name and address together: a copy of a deployment on another
 * port carries the same name, and another deployment can take over a port.
 */
export function deploymentId(connection: Pick<Connection, "name" | "url">): string {
  return `${connection.name}@${connection.url.replace(/^https?:\/\//, "")}`;
}

/** Whom a call speaks for: the deploy key, the user of the token, or nobody. */
export type Caller = "key" | "user" | "nobody";

/** The value of `Authorization`, or undefined for an anonymous call. */
export function authorization(connection: Connection, caller: Caller): string | undefined {
  if (caller === "key" && connection.key !== undefined) return `Convex ${connection.key}`;
  if (caller === "user" && connection.userToken !== undefined) return `Bearer ${connection.userToken}`;
  return undefined;
}
