import { optional, rawJson, struct, text } from "#deployment/http/body-decoder.ts";
import { badRequest } from "#deployment/http/refusal.ts";
import { FunctionPathError, parseFunctionPath, type FunctionPath } from "#values/function-path.ts";

/** What every function endpoint takes; `args` stays text, because its faults are the function's. */
export const callFields = { path: text, args: rawJson, format: optional(text) };

export const callBody = struct("UdfPostRequest", callFields);

/** Reads a function's path. Throws `BadConvexFunctionIdentifier` with the reason. */
export function readFunctionPath(path: string): FunctionPath {
  try {
    return parseFunctionPath(path);
  } catch (error) {
    if (!(error instanceof FunctionPathError)) throw error;
    throw badRequest("BadConvexFunctionIdentifier", error.message);
  }
}
