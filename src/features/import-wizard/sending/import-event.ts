import type { Problem } from "#api/problem.ts";
import type { BatchOutline } from "#reading/rehearse.ts";
import type { ImportStep } from "./import-plan.ts";

/**
 * Something that happened to an import. `at` in ms since the epoch. `counted`: how many documents the table has, where
 * that can be asked. The endings are the last event of a job.
 */
export type ImportEvent = { readonly at: number } & (
  | { readonly kind: "began"; readonly step: ImportStep }
  | { readonly kind: "counted"; readonly when: "before" | "after"; readonly documents: number | undefined }
  | { readonly kind: "indexing"; readonly indexed: number | undefined; readonly total: number | undefined }
  | { readonly kind: "index-ready" }
  | { readonly kind: "cleared" }
  | { readonly kind: "sent"; readonly batch: BatchOutline }
  | {
      readonly kind: "written";
      readonly batch: BatchOutline;
      readonly durationMs: number;
      readonly attempts: number;
    }
  | Held
  | ImportEnding
);

/**
 * A batch is sent again after `delayMs`: because nothing of it was written, or because its records replace each
 * other by key, so that a second time changes nothing.
 */
interface Held {
  readonly kind: "held";
  readonly batch: BatchOutline;
  readonly why: "nothing-written" | "same-key";
  readonly problem: Problem | undefined;
  readonly delayMs: number;
}

/**
 * How an import ends. `stopped`: by the person, with nothing on its way. `refused`: nothing of the batch was
 * written. `in-doubt`: nobody knows whether the batch was written. `failed`: a step before the first batch.
 */
export type ImportEnding =
  | { readonly kind: "done" }
  | { readonly kind: "stopped" }
  | { readonly kind: "refused"; readonly batch: BatchOutline; readonly problem: Problem }
  | { readonly kind: "in-doubt"; readonly batch: BatchOutline; readonly problem: Problem | undefined }
  | {
      readonly kind: "failed";
      readonly step: Exclude<ImportStep["kind"], "send-batch">;
      readonly problem: Problem;
    }
  | { readonly kind: "file-changed"; readonly detail: string };
