import type { FunctionFailure } from "#deployment/functions/function-host.ts";
import { decodeValue, ValueError, type ConvexValue } from "#values/convex-value.ts";
import { printFullFunctionPath, type FunctionPath } from "#values/function-path.ts";
import type { Json } from "#values/json.ts";
import { hostFailure } from "./function-texts.ts";

export type DecodedArgs =
  | { readonly kind: "decoded"; readonly args: readonly ConvexValue[] }
  | { readonly kind: "failed"; readonly failure: FunctionFailure };

/** How deep the server's JSON reader goes. */
const deepest = 127;

/** Reads a call's arguments: the items of a list, or the only one. Every JSON number is a Float64. */
export function decodeArgs(text: string, path: FunctionPath): DecodedArgs {
  const json = JSON.parse(text) as Json;
  if (depth(json) > deepest) return failed("Invalid arguments provided");
  try {
    const list = Array.isArray(json) ? (json as readonly Json[]) : [json];
    return { kind: "decoded", args: list.map(decodeValue) };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return failed(`Invalid arguments for ${printFullFunctionPath(path)}: ${error.message}`);
  }
}

function failed(message: string): DecodedArgs {
  return { kind: "failed", failure: hostFailure(message) };
}

/** Levels of lists and objects, told apart only up to one more than is allowed. */
function depth(json: Json, above = 0): number {
  if (typeof json !== "object" || json === null || above > deepest) return above;
  let most = above + 1;
  for (const member of Object.values(json)) most = Math.max(most, depth(member, above + 1));
  return most;
}
