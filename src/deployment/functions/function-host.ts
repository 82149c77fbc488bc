import type { Caller } from "#deployment/http/caller.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import type { FunctionPath } from "#values/function-path.ts";
import type { Analysis } from "./analysis.ts";
import type { UdfType } from "./udf-type.ts";

/** One call as it comes over HTTP. `any` runs whatever kind the function is. */
export interface FunctionCall {
  readonly kind: UdfType | "any";
  readonly path: FunctionPath;
  /** JSON text. A list is the list of arguments; anything else is the only one. */
  readonly args: string;
  readonly caller: Caller;
  readonly requestId: string;
  /** The moment (ns) at which a query reads; the newest one when absent. */
  readonly ts?: bigint;
}

/** Why a call gave no value. The text of an answer is the message, a line break and the frames. */
export interface FunctionFailure {
  readonly message: string;
  /** Lines of the function's stack, each with its line break; empty when the function never ran. */
  readonly frames: string;
  /** A ConvexError's data. */
  readonly data?: ConvexValue;
  /** Set where a deployment may answer 404 instead. */
  readonly code?: "FunctionPathNotFound" | "FunctionPathWrongType";
}

/** How a call ended. A function that failed is an outcome and no exception. */
export type FunctionOutcome =
  | { readonly kind: "returned"; readonly value: ConvexValue; readonly logLines: readonly string[] }
  | {
      readonly kind: "failed";
      readonly failure: FunctionFailure;
      readonly logLines: readonly string[];
    };

/** Runs Convex functions on a store. */
export interface FunctionHost {
  /** What the modules export. The first call of it starts a worker. */
  analysis(): Promise<Analysis>;
  /** Throws a Refusal for what is not the function's fault: too many calls, conflicts without end. */
  run(call: FunctionCall): Promise<FunctionOutcome>;
  close(): void;
}
