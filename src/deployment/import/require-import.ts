import type { Caller } from "#deployment/http/caller.ts";
import { requireOperation } from "#deployment/http/permission.ts";

/** Streaming import writes whole tables; it has one permission for all of it. */
export function requireImport(caller: Caller, call: string): void {
  requireOperation(caller, "deployment:backups:import", call);
}
