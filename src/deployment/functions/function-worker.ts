import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** Why a worker ended by itself: what it threw, when it was something that nobody caught. */
export type WorkerEnd =
  | { readonly kind: "outOfMemory" }
  | { readonly kind: "crashed"; readonly thrown?: Error };

/** A thread that runs functions, as the host sees it. What a thread is, the platform says. */
export interface FunctionWorker {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  onEnd(listener: (end: WorkerEnd) => void): void;
  /** Ends it at once, also in the midst of a loop that never does. */
  terminate(): void;
}
