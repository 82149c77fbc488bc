import type { Context } from "#deployment/context.ts";
import type { FunctionCall, FunctionFailure, FunctionOutcome } from "#deployment/functions/function-host.ts";
import { decodeArgs } from "#deployment/functions/host/decode-args.ts";
import { hostFailure, notFound } from "#deployment/functions/host/function-texts.ts";
import { mayDo } from "#deployment/http/permission.ts";
import { forbidden, optimisticConcurrencyFailure, Refusal } from "#deployment/http/refusal.ts";
import { ConflictError } from "#deployment/store/transaction.ts";
import { runSystemFunction } from "#deployment/system/run-system-function.ts";
import { isConvexObject } from "#values/convex-value.ts";

/** Runs a function of the deployment itself, `_system/…`: for admins, and only as a query or a mutation. */
export async function callSystemFunction(call: FunctionCall, context: Context): Promise<FunctionOutcome> {
  const { kind, caller, path } = call;
  if (kind === "any") {
    if (caller.kind !== "admin")
      throw forbidden("SystemIdentityRequired", "Operation get_module not permitted");
    return failed(notFound(path, false));
  }
  if (kind === "action") {
    if (caller.kind !== "admin") throw forbidden("SystemIdentityRequired", "Operation action not permitted");
    return failed(notFound(path, true));
  }
  if (caller.kind !== "admin") return failed(hostFailure(`Operation ${kind} not permitted`));
  const operation = kind === "query" ? "deployment:data:view" : "deployment:data:write";
  if (!mayDo(caller, operation)) {
    return failed(hostFailure(`You do not have permission to perform this operation (${operation}).`));
  }
  const decoded = decodeArgs(call.args, path);
  if (decoded.kind === "failed") return failed(decoded.failure);
  const [args = {}] = decoded.args;
  if (!isConvexObject(args)) return failed(hostFailure("Uncaught Error: Invalid arguments"));
  const { store } = context;
  const transaction = call.ts === undefined ? store.begin() : store.beginAt(call.ts);
  try {
    const value = await runSystemFunction({ kind, path, args, transaction, context });
    transaction.commit();
    return { kind: "returned", value, logLines: [] };
  } catch (error) {
    return failed(systemFailure(error));
  } finally {
    transaction.abort();
  }
}

function failed(failure: FunctionFailure): FunctionOutcome {
  return { kind: "failed", failure, logLines: [] };
}

function systemFailure(error: unknown): FunctionFailure {
  if (error instanceof ConflictError) throw optimisticConcurrencyFailure(error.table);
  if (!(error instanceof Error) || (error instanceof Refusal && error.status >= 429)) throw error;
  if (error.name === "SystemModuleNotFound") return hostFailure(error.message);
  return hostFailure(`Uncaught Error: ${error.message}`);
}
