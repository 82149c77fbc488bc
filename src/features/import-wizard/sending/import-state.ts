import type { Problem } from "#api/problem.ts";
import type { BatchOutline } from "#reading/rehearse.ts";
import type { ImportEnding, ImportEvent } from "./import-event.ts";
import type { ImportPlan } from "./import-plan.ts";

export type BatchMark = "waiting" | "sent" | "held" | "written" | "written-again" | "refused" | "in-doubt";

/** Where an import stands. Times in ms since the epoch, undefined before they are. */
export interface ImportState {
  readonly plan: ImportPlan;
  readonly phase: "preparing" | "sending" | "ended";
  readonly marks: readonly BatchMark[];
  /** Records in requests that left, each counted once; of them those proven to be written. */
  readonly sent: number;
  readonly written: number;
  /** Bytes of request bodies that are written. */
  readonly writtenBytes: number;
  readonly writtenBatches: number;
  readonly retries: number;
  readonly cleared: boolean;
  /** How many documents the table had before and has after, where that could be asked. */
  readonly counts: { readonly before: number | undefined; readonly after: number | undefined };
  /** How far the key's index is, where the deployment counts. */
  readonly index: { readonly indexed: number | undefined; readonly total: number | undefined } | undefined;
  readonly current: BatchOutline | undefined;
  readonly lastProblem: Problem | undefined;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly ending: ImportEnding | undefined;
  /** What happened, newest first; the oldest are let go. */
  readonly log: readonly ImportEvent[];
}

const keptEvents = 200;

export function beginning(plan: ImportPlan): ImportState {
  return {
    plan,
    phase: "preparing",
    marks: plan.batches.map(() => "waiting"),
    sent: 0,
    written: 0,
    writtenBytes: 0,
    writtenBatches: 0,
    retries: 0,
    cleared: false,
    counts: { before: undefined, after: undefined },
    index: undefined,
    current: undefined,
    lastProblem: undefined,
    startedAt: undefined,
    endedAt: undefined,
    ending: undefined,
    log: [],
  };
}

/** The state after an event. */
export function importState(before: ImportState, event: ImportEvent): ImportState {
  const log = event.kind === "sent" ? before.log : [event, ...before.log].slice(0, keptEvents);
  const state = { ...before, log, startedAt: before.startedAt ?? event.at };
  switch (event.kind) {
    case "began":
      return event.step.kind === "send-batch"
        ? { ...state, log: before.log, phase: "sending", current: event.step.batch }
        : state;
    case "indexing":
      return { ...state, log: before.log, index: { indexed: event.indexed, total: event.total } };
    case "counted":
      return { ...state, log: before.log, counts: { ...state.counts, [event.when]: event.documents } };
    case "index-ready":
      return { ...state, index: undefined };
    case "cleared":
      return { ...state, cleared: true };
    case "sent":
      return {
        ...state,
        marks: marked(state, event.batch, "sent"),
        sent:
          state.marks[event.batch.number - 1] === "waiting" ? state.sent + event.batch.records : state.sent,
      };
    case "held":
      return {
        ...state,
        marks: marked(state, event.batch, "held"),
        retries: state.retries + 1,
        lastProblem: event.problem,
      };
    case "written":
      return {
        ...state,
        marks: marked(state, event.batch, event.attempts > 1 ? "written-again" : "written"),
        written: state.written + event.batch.records,
        writtenBytes: state.writtenBytes + event.batch.bytes,
        writtenBatches: state.writtenBatches + 1,
        lastProblem: undefined,
      };
    case "refused":
    case "in-doubt":
      return ended({ ...state, marks: marked(state, event.batch, event.kind) }, event);
    case "done":
    case "stopped":
    case "failed":
    case "file-changed":
      return ended(state, event);
  }
}

function marked(state: ImportState, batch: BatchOutline, mark: BatchMark): readonly BatchMark[] {
  return state.marks.with(batch.number - 1, mark);
}

function ended(state: ImportState, event: ImportEvent & ImportEnding): ImportState {
  const { at, ...ending } = event;
  return { ...state, phase: "ended", endedAt: at, ending: ending as ImportEnding };
}
