import type { FunctionFailure } from "#deployment/functions/function-host.ts";
import { udfTitle, type UdfType } from "#deployment/functions/udf-type.ts";
import { printFullFunctionPath, printFunctionPath, type FunctionPath } from "#values/function-path.ts";

/** A failure that is the host's finding: it has no frames. */
export function hostFailure(message: string, code?: NonNullable<FunctionFailure["code"]>): FunctionFailure {
  return { message, frames: "", ...(code && { code }) };
}

/** @param isNamedKind whether the caller said which kind of function it wants */
export function notFound(path: FunctionPath, isNamedKind: boolean): FunctionFailure {
  const name = printFunctionPath(path);
  return hostFailure(
    isNamedKind
      ? `Could not find public function for '${name}'.`
      : `Could not find function for '${name}'. Did you forget to run \`npx convex dev\`?`,
    "FunctionPathNotFound",
  );
}

export function wrongType(path: FunctionPath, wanted: UdfType, actual: UdfType): FunctionFailure {
  return hostFailure(
    `Trying to execute ${printFullFunctionPath(path)} as ${udfTitle(wanted)}, but it is defined as ${udfTitle(actual)}.`,
    "FunctionPathWrongType",
  );
}

export function timedOut(userTimeMs: number): FunctionFailure {
  return hostFailure(`Function execution timed out (maximum duration: ${userTimeMs / 1000}s)`);
}

export function outOfMemory(megabytes: number): FunctionFailure {
  return hostFailure(`JavaScript execution ran out of memory (maximum memory usage: ${megabytes} MB)`);
}

/** A failure as the function that called the failed one sees it: `Uncaught Error: boom`, then the frames. */
export function nestedMessage(failure: FunctionFailure): string {
  return `${failure.message}\n${failure.frames}`.trimEnd();
}
