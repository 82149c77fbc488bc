import type { ValidatorJson } from "#values/validator.ts";
import type { UdfType } from "./udf-type.ts";

/** What the modules export, found by loading them. */
export interface Analysis {
  readonly functions: readonly AnalyzedFunction[];
}

export interface AnalyzedFunction {
  /** With extension: `messages.js`. */
  readonly module: string;
  readonly function: string;
  readonly udfType: UdfType;
  readonly visibility: "public" | "internal";
  readonly args: ValidatorJson;
  /** Null when the function declares nothing about what it returns. */
  readonly returns: ValidatorJson | null;
}

export function findFunction(
  analysis: Analysis,
  path: { readonly module: string; readonly function: string },
): AnalyzedFunction | undefined {
  return analysis.functions.find((each) => each.module === path.module && each.function === path.function);
}
