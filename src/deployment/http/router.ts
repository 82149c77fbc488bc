import type { Endpoint, Handler, Method } from "./endpoint.ts";

export type Route =
  | { readonly kind: "found"; readonly endpoint: Endpoint; readonly handler: Handler }
  | { readonly kind: "wrong method"; readonly endpoint: Endpoint; readonly allow: string }
  | { readonly kind: "unknown" };

/** Finds the endpoint of a path. A trailing slash makes another path. */
export function createRouter(endpoints: readonly Endpoint[]): (path: string, method: string) => Route {
  const exact = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
  const prefixed = endpoints.filter(({ path }) => path.endsWith("/*"));
  return (path, method) => {
    const below = ({ path: pattern }: Endpoint) => {
      const prefix = pattern.slice(0, -1);
      return path.startsWith(prefix) && path.length > prefix.length;
    };
    const endpoint = exact.get(path) ?? prefixed.find(below);
    if (endpoint === undefined) return { kind: "unknown" };
    const handler = endpoint.methods[(method === "HEAD" ? "GET" : method) as Method];
    if (handler !== undefined) return { kind: "found", endpoint, handler };
    const allow = Object.keys(endpoint.methods).flatMap((name) =>
      name === "GET" ? ["GET", "HEAD"] : [name],
    );
    return { kind: "wrong method", endpoint, allow: allow.join(",") };
  };
}
