import type { Caller } from "./caller.ts";
import { forbidden } from "./refusal.ts";

export type Operation =
  | "deployment:data:view"
  | "deployment:data:write"
  | "deployment:backups:import"
  | "deployment:functions:runInternalQueries"
  | "deployment:functions:runInternalMutations"
  | "deployment:functions:runInternalActions";

/** What a read-only key may do. */
const readOnly: readonly string[] = ["deployment:data:view", "deployment:functions:runInternalQueries"];

/** Whether an admin's key allows an operation. */
export function mayDo(caller: Caller & { kind: "admin" }, operation: Operation): boolean {
  if (caller.isReadOnly && !readOnly.includes(operation)) return false;
  return caller.allowedOps.length === 0 || caller.allowedOps.includes(operation);
}

/** The refusal of everybody who comes without a deploy key of their own. */
export function badDeployKey() {
  return forbidden(
    "BadDeployKey",
    "The provided deploy key was invalid for this deployment. Double check that the environment this key was generated for matches the desired deployment.",
  );
}

/** Lets admins with the permission pass; `call` names the endpoint for those who act as a user. */
export function requireOperation(caller: Caller, operation: Operation, call: string): void {
  if (caller.kind === "acting") {
    throw forbidden("SystemIdentityRequired", `Operation ${call} not permitted`);
  }
  if (caller.kind !== "admin") throw badDeployKey();
  if (!mayDo(caller, operation)) {
    throw forbidden(
      "OperationNotPermitted",
      `You do not have permission to perform this operation (${operation}).`,
    );
  }
}
