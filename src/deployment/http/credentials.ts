import { badRequest } from "./refusal.ts";

/** What a request shows about its sender, not yet checked. */
export type Credentials =
  | { readonly kind: "none" }
  | { readonly kind: "key"; readonly key: string; readonly actingAs?: string }
  | { readonly kind: "token"; readonly token: string };

/**
 * Reads the Authorization header, or `adminKey` of the query string when there is none. Throws for a header that is
 * not well-formed; that comes before any check of the key itself.
 */
export function readCredentials(request: Request): Credentials {
  const header = request.headers.get("authorization");
  if (header === null) {
    const key = new URL(request.url).searchParams.get("adminKey");
    return key === null ? { kind: "none" } : readKey(key);
  }
  if (header.length < 7) throw badRequest("InvalidHeaderFailure", "Invalid authentication header");
  const scheme = header.slice(0, 7).toLowerCase();
  const rest = header.slice(7).trim();
  if (scheme === "convex ") return readKey(rest);
  if (scheme === "bearer " && rest !== "") return { kind: "token", token: rest };
  throw badRequest("InvalidAdminKey", "Invalid admin key");
}

/** `prod:name|secret`, `name|secret` or `secret`; behind another colon an identity to act as, in base64. */
function readKey(text: string): Credentials {
  const key = withoutType(text);
  const split = key.indexOf(":");
  if (split === -1) return { kind: "key", key };
  return { kind: "key", key: key.slice(0, split), actingAs: key.slice(split + 1) };
}

/** Without `prod:` and its like. Keys of a project are not named after a deployment: all before their bar goes. */
function withoutType(text: string): string {
  const bar = text.indexOf("|");
  const colon = bar === -1 ? -1 : text.slice(0, bar).indexOf(":");
  if (colon === -1) return text;
  return text.slice(/^(?:preview|project):/.test(text) ? bar + 1 : colon + 1);
}

/** The secret part of a key: what is behind the bar. The name before it is only for people. */
export function secretOf(key: string): string {
  return key.slice(key.indexOf("|") + 1);
}
