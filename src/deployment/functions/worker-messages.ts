import type { Analysis } from "./analysis.ts";
import type { UdfType } from "./udf-type.ts";

/** What the host tells a worker. JSON texts are in the encoded form of Convex values. */
export type ToWorker =
  | { readonly kind: "invoke"; readonly invocation: Invocation }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer };

/** One call of one function. A worker carries out one at a time. */
export interface Invocation {
  readonly module: string;
  readonly function: string;
  readonly udfType: UdfType;
  /** JSON text of the list of arguments. */
  readonly args: string;
  readonly requestId: string;
  /** Where the function's `Math.random` starts. */
  readonly seed: number;
  /** Milliseconds since the epoch at which the function believes it runs. */
  readonly now: number;
  readonly snapshotTs: bigint;
  readonly tableNumbers: Readonly<Record<string, number>>;
}

export type Answer =
  | { readonly kind: "ok"; readonly json: string }
  | { readonly kind: "error"; readonly message: string; readonly data?: string };

/** What a worker tells the host. `usedMs` is the function's own time so far, waiting not counted. */
export type FromWorker =
  | { readonly kind: "ready"; readonly analysis: Analysis }
  | { readonly kind: "broken"; readonly message: string }
  | {
      readonly kind: "syscall";
      readonly id: number;
      readonly op: string;
      readonly args: string;
      readonly usedMs: number;
    }
  | { readonly kind: "log"; readonly line: string }
  | { readonly kind: "done"; readonly result: InvocationResult; readonly usedMs: number };

export type InvocationResult =
  | { readonly kind: "returned"; readonly json: string }
  | { readonly kind: "outOfMemory" }
  | {
      readonly kind: "threw";
      /** `Uncaught Error: boom` */
      readonly message: string;
      /** One line per frame, each with its own line break at the end. */
      readonly frames: string;
      /** A ConvexError's data. */
      readonly data?: string;
    };
