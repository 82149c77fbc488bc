import type { AnalyzedFunction } from "#deployment/functions/analysis.ts";
import type { FunctionCall, FunctionFailure } from "#deployment/functions/function-host.ts";
import { mayDo } from "#deployment/http/permission.ts";
import { forbidden } from "#deployment/http/refusal.ts";
import { hostFailure, notFound, wrongType } from "./function-texts.ts";

const internalOperations = {
  query: "deployment:functions:runInternalQueries",
  mutation: "deployment:functions:runInternalMutations",
  action: "deployment:functions:runInternalActions",
} as const;

/** What keeps a caller from a function; undefined when nothing does. Throws for actions, see `notPermitted`. */
export function accessFailure(analyzed: AnalyzedFunction, call: FunctionCall): FunctionFailure | undefined {
  const { kind, path } = call;
  if (!isVisible(analyzed, call)) return notFound(path, kind !== "any");
  if (kind !== "any" && kind !== analyzed.udfType) return wrongType(path, kind, analyzed.udfType);
  const operation = missingPermission(analyzed, call);
  return operation === undefined ? undefined : notPermitted(operation, analyzed);
}

/** What the key would have to allow and does not. Public functions ask for nothing. */
function missingPermission(analyzed: AnalyzedFunction, { caller }: FunctionCall): string | undefined {
  const operation = internalOperations[analyzed.udfType];
  if (analyzed.visibility === "public" || caller.kind !== "admin") return undefined;
  return mayDo(caller, operation) ? undefined : operation;
}

/** For actions it is a refusal: they do not make an outcome of what the deployment objects to. */
function notPermitted(operation: string, { udfType }: AnalyzedFunction): FunctionFailure {
  const message = `You do not have permission to perform this operation (${operation}).`;
  if (udfType === "action") throw forbidden("OperationNotPermitted", message);
  return hostFailure(message);
}

/** Internal functions are for admins; acting as a user only by the endpoints that name the kind. */
function isVisible(analyzed: AnalyzedFunction, { caller, kind }: FunctionCall): boolean {
  if (analyzed.visibility === "public") return true;
  return caller.kind === "admin" || (caller.kind === "acting" && kind !== "any");
}
