import type { Problem } from "#api/problem.ts";
import { problemWords } from "#api/problem-words.ts";
import type { BatchOutline } from "#reading/rehearse.ts";
import { formatCount } from "#ui/format-count.ts";
import { formatDuration } from "#ui/format-duration.ts";
import type { ImportEvent } from "./sending/import-event.ts";
import type { ImportPlan } from "./sending/import-plan.ts";

/** What a line of the log says: a word or two, and a sentence. */
export interface EventWords {
  readonly word: string;
  readonly tone: "plain" | "warn" | "bad";
  readonly sentence: string;
}

/** An event in words. */
export function eventWords(event: ImportEvent, plan: ImportPlan): EventWords {
  switch (event.kind) {
    case "began":
      return plain("Start", beginning(event.step.kind, plan));
    case "indexing":
      return plain("Key", "The deployment is building the index of the key.");
    case "counted":
      return plain("Counted", `${event.documents ?? "unknown"} documents ${event.when}`);
    case "index-ready":
      return plain("Key ready", `The index on ${plan.key.join(", ")} is ready.`);
    case "cleared":
      return plain("Emptied", `${plan.table} is empty now.`);
    case "sent":
      return plain(`Batch ${event.batch.number}`, "sent");
    case "written":
      return plain(
        `Batch ${event.batch.number}`,
        `${formatCount(event.batch.records)} records written, answered after ${formatDuration(event.durationMs)}${event.attempts > 1 ? `, at attempt ${event.attempts}` : ""}`,
      );
    case "held":
      return {
        word: "Retry",
        tone: "warn",
        sentence: `Batch ${event.batch.number}: ${problemIn(event.problem)} ${event.why === "same-key" ? "Same key, so it is sent again; nothing is doubled" : "Nothing of it was written, so it is sent again"} after ${formatDuration(event.delayMs)}.`,
      };
    case "done":
      return plain("Done", "Every batch is written.");
    case "stopped":
      return plain("Cancelled", "No batch is on its way.");
    case "refused":
      return bad(
        "Refused",
        `Batch ${batchName(event.batch)} was refused, nothing of it is written. ${problemIn(event.problem)}`,
      );
    case "in-doubt":
      return bad(
        "In doubt",
        `Nobody knows whether batch ${batchName(event.batch)} was written. ${problemIn(event.problem)}`,
      );
    case "failed":
      return bad("Failed", `${failing[event.step]} ${problemIn(event.problem)}`);
    case "file-changed":
      return bad("File changed", event.detail);
  }
}

/** A batch by its number, its lines and its size. */
export function batchName(batch: BatchOutline): string {
  const lines =
    batch.firstLine === batch.lastLine
      ? `line ${formatCount(batch.firstLine)}`
      : `lines ${formatCount(batch.firstLine)} to ${formatCount(batch.lastLine)}`;
  return `${formatCount(batch.number)} (${lines}, ${formatCount(batch.records)} ${batch.records === 1 ? "record" : "records"})`;
}

/** A problem as one sentence or two, with the deployment's own words. */
export function problemIn(problem: Problem | undefined): string {
  if (problem === undefined) return "Its answer was no longer waited for.";
  if (problem.kind === "refused")
    return `The deployment answered ${problem.status}${problem.code === undefined ? "" : ` ${problem.code}`}${problem.message === "" ? "" : `: ${problem.message}`}${/[.!?]$/.test(problem.message) ? "" : "."}`;
  const words = problemWords(problem);
  return `${words.title}. ${words.cause}`;
}

const failing = {
  "add-key-index": "The index of the key could not be added.",
  "wait-for-key-index": "Whether the index of the key is ready could not be asked.",
  "clear-table": "The table could not be emptied.",
} as const;

function beginning(step: string, plan: ImportPlan): string {
  if (step === "add-key-index") return `Adding the index on ${plan.key.join(", ")}.`;
  return step === "clear-table" ? `Emptying ${plan.table}.` : "Waiting for the index of the key.";
}

function plain(word: string, sentence: string): EventWords {
  return { word, tone: "plain", sentence };
}

function bad(word: string, sentence: string): EventWords {
  return { word, tone: "bad", sentence };
}
