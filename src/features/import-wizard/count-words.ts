import { formatCount } from "#ui/format-count.ts";
import type { ImportState } from "./sending/import-state.ts";

/**
 * What the table's number of documents, before and after, says about an import that only adds. A browser repeats
 * a request by itself when a kept connection breaks before the answer; then more is written than was sent, and
 * only a count can tell.
 */
export function countWords(
  state: ImportState,
): { readonly isAsExpected: boolean; readonly sentence: string } | undefined {
  const { counts, cleared, written, ending, plan } = state;
  const before = cleared ? 0 : counts.before;
  if (plan.mode === "replace-by-key" || before === undefined || counts.after === undefined) return undefined;
  const more = counts.after - before;
  const counted = cleared
    ? `${plan.table} has ${formatCount(counts.after)} documents now`
    : `${plan.table} has ${formatCount(more)} documents more than before`;
  if (ending?.kind === "in-doubt" && (more === written || more === written + ending.batch.records)) {
    const fate = more === written ? "was not written" : "was written, whole and once";
    return { isAsExpected: true, sentence: `${counted}: if nobody else writes to it, the batch ${fate}.` };
  }
  if (more === written)
    return { isAsExpected: true, sentence: `Counted: ${counted}, as many as were written.` };
  return {
    isAsExpected: false,
    sentence: `${counted}, but ${formatCount(written)} are proven to be written. Either someone else writes to it, or the browser repeated a request whose connection broke, which it does by itself. Compare the table with the file before you go on.`,
  };
}
