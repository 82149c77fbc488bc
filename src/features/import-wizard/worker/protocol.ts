import type { FileAnalysis } from "#reading/analyse-file.ts";
import type { CsvDialect } from "#reading/csv-dialect.ts";
import type { PackingPlan } from "#reading/pack-file.ts";
import type { BatchOutline, Rehearsal } from "#reading/rehearse.ts";

/** What the page asks of the worker that reads. A worker does one job; `next` belongs to a packing one. */
export type ToWorker =
  | { readonly kind: "analyse"; readonly file: File; readonly dialect: CsvDialect | undefined }
  | {
      readonly kind: "rehearse";
      readonly file: File;
      readonly plan: PackingPlan;
      readonly key: readonly string[] | undefined;
    }
  | {
      readonly kind: "pack";
      readonly file: File;
      readonly plan: PackingPlan;
      readonly key: readonly string[];
    }
  | { readonly kind: "next" };

/**
 * What the worker says. `read` comes now and then while it reads; bodies are handed over, not copied. `refused`: the
 * file as a whole, with the dialect in which a table was read, so that another can be tried.
 */
export type FromWorker =
  | { readonly kind: "read"; readonly bytes: number }
  | { readonly kind: "analysed"; readonly analysis: FileAnalysis }
  | { readonly kind: "rehearsed"; readonly rehearsal: Rehearsal }
  | { readonly kind: "batch"; readonly outline: BatchOutline; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly message: string; readonly dialect: CsvDialect | undefined }
  | { readonly kind: "failed"; readonly message: string };
