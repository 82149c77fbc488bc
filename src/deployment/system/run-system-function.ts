import { validationError } from "#deployment/functions/validate.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import type { FunctionPath } from "#values/function-path.ts";
import { deploymentFunctions } from "./deployment-functions.ts";
import { documentFunctions } from "./document-functions.ts";
import { type SystemCall, type SystemFunction } from "./system-function.ts";
import { tableFunctions } from "./table-functions.ts";

const functions = new Map(
  [...tableFunctions, ...documentFunctions, ...deploymentFunctions].map((each): [string, SystemFunction] => [
    each.name.includes(":") ? each.name : `${each.name}:default`,
    each,
  ]),
);

/** There is no such function; the message is the server's. */
class SystemModuleNotFound extends Error {
  override readonly name = "SystemModuleNotFound";

  constructor(module: string) {
    super(`Couldn't find system module '"${module}"'.`);
  }
}

/** The arguments are not what the function declares; the message says in what way. */
class SystemArgumentsError extends Error {}

interface Call extends SystemCall {
  readonly kind: "query" | "mutation";
  readonly path: FunctionPath;
}

/** Runs `_system/…` in the transaction given. Throws SystemModuleNotFound, SystemArgumentsError or a Refusal. */
export async function runSystemFunction({ kind, path, ...call }: Call): Promise<ConvexValue> {
  const name = path.module.replace(/^_system\//, "").replace(/\.js$/, "");
  const found = functions.get(`${name}:${path.function}`);
  if (found === undefined) throw new SystemModuleNotFound(path.module);
  if (found.kind !== kind) {
    const title = (each: string) => each.charAt(0).toUpperCase() + each.slice(1);
    throw new SystemArgumentsError(
      `Trying to execute ${path.module} as ${title(kind)}, but it is defined as ${title(found.kind)}.`,
    );
  }
  const tableOf = (id: string) => call.transaction.tableOf(id);
  const fault = validationError(found.args, call.args, tableOf);
  if (fault !== null) throw new SystemArgumentsError(fault);
  return await found.run(call);
}
