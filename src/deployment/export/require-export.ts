import type { Context } from "#deployment/context.ts";
import type { Caller } from "#deployment/http/caller.ts";
import { requireOperation } from "#deployment/http/permission.ts";
import { forbidden } from "#deployment/http/refusal.ts";

/** The gate of streaming export: first the plan, then the permission. `call` is the name of the operation. */
export function requireExport(caller: Caller, { settings }: Context, call: string): void {
  if (!settings.hasStreamingExport) {
    throw forbidden(
      "StreamingExportNotEnabled",
      "Streaming export is not available on your current subscription. See https://www.convex.dev/plans to upgrade.",
    );
  }
  requireOperation(caller, "deployment:data:view", call);
}
