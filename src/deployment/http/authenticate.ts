import type { KeyOption } from "#deployment/options.ts";
import type { Caller } from "./caller.ts";
import { readCredentials, secretOf } from "./credentials.ts";
import { readActingIdentity } from "./read-identity.ts";
import { Refusal } from "./refusal.ts";
import type { UserTokens } from "./user-tokens.ts";

/** Finds out who sends a request. Throws 400 for a malformed header, 401 for a wrong key or a bad token. */
export async function authenticate(
  request: Request,
  keys: readonly KeyOption[],
  tokens: UserTokens,
): Promise<Caller> {
  const credentials = readCredentials(request);
  if (credentials.kind === "none") return { kind: "anonymous" };
  if (credentials.kind === "token") return { kind: "user", identity: await tokens.verify(credentials.token) };
  const { actingAs } = credentials;
  const identity = actingAs === undefined ? undefined : readActingIdentity(actingAs);
  const secret = secretOf(credentials.key);
  const key = keys.find((candidate) => candidate.secret === secret);
  if (key === undefined) {
    throw new Refusal(401, "BadAdminKey", "The provided admin key was invalid for this instance");
  }
  if (identity !== undefined) return { kind: "acting", identity };
  return { kind: "admin", allowedOps: key.allowedOps ?? [], isReadOnly: key.isReadOnly ?? false };
}
