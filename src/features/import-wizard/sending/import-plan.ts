import type { BatchOutline } from "#reading/rehearse.ts";

/** `overwrite` empties the table and then appends; the two are not one transaction. */
export type ImportMode = "append" | "replace-by-key" | "overwrite";

/**
 * An import as data: what will be sent where. `read` counts the records of the file, `refused` those of them that
 * break a rule and are not sent. `key` names stored fields and is empty unless records replace by key. `bytes` is
 * the sum of all request bodies.
 */
export interface ImportPlan {
  readonly table: string;
  readonly mode: ImportMode;
  readonly key: readonly string[];
  readonly read: number;
  readonly refused: number;
  readonly records: number;
  readonly bytes: number;
  readonly batches: readonly BatchOutline[];
}

export type ImportStep =
  | { readonly kind: "add-key-index" }
  | { readonly kind: "wait-for-key-index" }
  | { readonly kind: "clear-table" }
  | { readonly kind: "send-batch"; readonly batch: BatchOutline };

/** What is done, in order. */
export function stepsOf(plan: ImportPlan): readonly ImportStep[] {
  const before: readonly ImportStep[] =
    plan.mode === "replace-by-key"
      ? [{ kind: "add-key-index" }, { kind: "wait-for-key-index" }]
      : plan.mode === "overwrite"
        ? [{ kind: "clear-table" }]
        : [];
  return [...before, ...plan.batches.map((batch): ImportStep => ({ kind: "send-batch", batch }))];
}
