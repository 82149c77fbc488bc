import type { FunctionSpec } from "#api/system-queries.ts";
import { parseFunctionPath, printFunctionPath } from "#values/function-path.ts";

/** The function that a typed path names, however it is spelt: `messages.js:list` is `messages:list`. */
export function findFunction(specs: readonly FunctionSpec[], typed: string): FunctionSpec | undefined {
  const path = plainPath(typed);
  return specs.find((spec) => spec.path === path);
}

function plainPath(typed: string): string {
  try {
    return printFunctionPath(parseFunctionPath(typed.trim()));
  } catch {
    return typed.trim();
  }
}
