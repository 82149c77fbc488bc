import type { ActiveSyncs } from "./export/active-syncs.ts";
import type { FunctionHost } from "./functions/function-host.ts";
import type { Caller } from "./http/caller.ts";
import type { UserTokens } from "./http/user-tokens.ts";
import type { DeploymentSettings } from "./options.ts";
import type { DeclaredSchema } from "./store/declared-schema.ts";
import type { Store } from "./store/store.ts";

/** What every endpoint may use. */
export interface Context {
  readonly settings: DeploymentSettings;
  readonly store: Store;
  readonly functions: FunctionHost;
  /** The schema in force, if one was pushed. */
  readonly declared: DeclaredSchema | undefined;
  readonly tokens: UserTokens;
  readonly activeSyncs: ActiveSyncs;
  /** A UUID. */
  newSyncId(): string;
  /** The name of a table by the number in its ids. */
  tableName(number: number): string | undefined;
  /** Who sends this request. Throws the Refusal for a malformed header, a wrong key or a bad token. */
  caller(request: Request): Promise<Caller>;
  /** The id that error texts carry: the request's own header, or 16 hex digits. */
  requestId(request: Request): string;
}
