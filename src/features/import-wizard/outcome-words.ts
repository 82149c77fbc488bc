import { formatCount } from "#ui/format-count.ts";
import { countWords } from "./count-words.ts";
import { batchName, problemIn } from "./event-words.ts";
import type { ImportState } from "./sending/import-state.ts";

/** How an import ended: the sentence first, then what it means for the table and what to do. */
export interface OutcomeWords {
  readonly tone: "ok" | "warn" | "bad";
  readonly sentence: string;
  readonly more: readonly string[];
}

/** The outcome of an import that has ended. */
export function outcomeWords(state: ImportState): OutcomeWords {
  const outcome = endingWords(state);
  const count = countWords(state);
  if (count === undefined) return outcome;
  const tone = count.isAsExpected || outcome.tone === "bad" ? outcome.tone : "warn";
  return { ...outcome, tone, more: [...outcome.more, count.sentence] };
}

function endingWords(state: ImportState): OutcomeWords {
  const { plan, ending, written } = state;
  const rest = plan.records - written;
  const count = `${formatCount(written)} of ${formatCount(plan.records)} records are in ${plan.table}`;
  const kept = plan.refused === 0 ? "" : ` ${formatCount(plan.refused)} were refused before sending.`;
  switch (ending?.kind) {
    case undefined:
    case "done":
      return {
        tone: plan.refused > 0 ? "warn" : "ok",
        sentence: `${formatCount(written)} of ${formatCount(plan.read)} records are in ${plan.table}.${plan.refused === 0 ? "" : ` ${formatCount(plan.refused)} were refused.`}`,
        more: [],
      };
    case "stopped":
      return {
        tone: "warn",
        sentence: `Cancelled. ${count}.${kept}`,
        more: [writtenSoFar(state), `The other ${formatCount(rest)} were not sent.`, emptied(state)],
      };
    case "refused":
      return {
        tone: "bad",
        sentence: `Batch ${formatCount(ending.batch.number)} was refused. ${count}.${kept}`,
        more: [
          `Batch ${batchName(ending.batch)}: nothing of it is written. ${problemIn(ending.problem)}`,
          writtenSoFar(state),
          "No batch after it was sent.",
          emptied(state),
        ],
      };
    case "in-doubt":
      return {
        tone: "bad",
        sentence: `Nobody knows whether batch ${formatCount(ending.batch.number)} was written. ${count} for certain.${kept}`,
        more: [
          `Batch ${batchName(ending.batch)} was sent, and no answer tells what became of it. ${problemIn(ending.problem)}`,
          writtenSoFar(state),
          plan.mode === "replace-by-key"
            ? "Importing the same file by the same key again is safe: nothing is doubled."
            : "It was not sent again, because its records could then be there twice. Look in the table for a record of these lines before you import the rest.",
          emptied(state),
        ],
      };
    case "failed":
      return {
        tone: "bad",
        sentence: `The import did not begin. Nothing was written.`,
        more: [
          problemIn(ending.problem),
          ending.step === "clear-table" && ending.problem.kind !== "refused"
            ? `Nobody knows whether ${plan.table} was emptied.`
            : "",
        ],
      };
    case "file-changed":
      return {
        tone: "bad",
        sentence: `The file is no longer what it was. ${count}.${kept}`,
        more: [ending.detail, writtenSoFar(state), emptied(state)],
      };
  }
}

function writtenSoFar({ writtenBatches, plan, written }: ImportState): string {
  if (writtenBatches === 0) return "No batch is proven to be written.";
  const last = plan.batches[writtenBatches - 1]!;
  return `Batches 1 to ${formatCount(writtenBatches)} are written: ${formatCount(written)} records, up to the record of line ${formatCount(last.lastLine)}.`;
}

function emptied({ cleared, plan }: ImportState): string {
  return cleared ? `${plan.table} was emptied first; what it held before is gone.` : "";
}
