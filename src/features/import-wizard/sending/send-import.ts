import type { Client } from "#api/client.ts";
import { isAbort, type Problem, ProblemError } from "#api/problem.ts";
import type { BatchOutline } from "#reading/rehearse.ts";
import type { BatchRequest } from "#reading/batch-request.ts";
import type { ImportEnding, ImportEvent } from "./import-event.ts";
import { type ImportPlan, stepsOf } from "./import-plan.ts";
import { isBusy } from "./is-busy.ts";

type ImportClient = Pick<
  Client,
  "addPrimaryKeyIndexes" | "primaryKeyIndex" | "clearTables" | "importAirbyteRecords" | "tableSize"
>;

export interface ImportJob {
  readonly plan: ImportPlan;
  readonly client: ImportClient;
  /** The batches of the file in order, as the plan lists them. Throws Error when the file cannot be read again. */
  readonly nextBatch: () => Promise<BatchRequest | undefined>;
  /** No further request is begun; one on its way is waited for, so that its fate is known. */
  readonly stop: AbortSignal;
  /** Not even that: the batch on its way stays in doubt. */
  readonly giveUp: AbortSignal;
  /** Resolves after `ms`, rejects when the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Ms since the epoch. */
  readonly now: () => number;
}

type Untimed<Event> = Event extends unknown ? Omit<Event, "at"> : never;
type Happening = Untimed<ImportEvent>;

// A batch that is turned away so often meets more than a busy moment.
const mostAttempts = 8;
const firstDelayMs = 400;
const longestDelayMs = 20_000;

/**
 * Carries out a plan, one request at a time and in order, and tells what happens. The last event is an ending.
 * An append whose answer is lost ends the import: sent again, its records could be there twice.
 */
export async function* sendImport(job: ImportJob): AsyncGenerator<ImportEvent> {
  for await (const happening of carryOut(job)) yield { ...happening, at: job.now() };
}

async function* carryOut(job: ImportJob): AsyncGenerator<Happening> {
  // What a count proves is said where the outcome is; by key it proves nothing, since some records replace.
  const counts = job.plan.mode !== "replace-by-key";
  if (counts) yield { kind: "counted", when: "before", documents: await countOf(job) };
  const ending = yield* takeSteps(job);
  if (counts && ending.kind !== "failed")
    yield { kind: "counted", when: "after", documents: await countOf(job) };
  yield ending;
}

async function* takeSteps(job: ImportJob): AsyncGenerator<Happening, ImportEnding> {
  for (const step of stepsOf(job.plan)) {
    if (job.stop.aborted) return { kind: "stopped" };
    yield { kind: "began", step };
    if (step.kind !== "send-batch") {
      const ending = yield* prepare(job, step.kind);
      if (ending) return ending;
      continue;
    }
    const request = await readAgain(job, step.batch);
    if (typeof request === "string") return { kind: "file-changed", detail: request };
    const ending = yield* sendBatch(job, request);
    if (ending) return ending;
  }
  return { kind: "done" };
}

/** How many documents the table has, or undefined where that cannot be asked. */
async function countOf({ plan, client, giveUp }: ImportJob): Promise<number | undefined> {
  try {
    return await client.tableSize(plan.table, giveUp);
  } catch (error) {
    if (error instanceof ProblemError || isAbort(error)) return undefined;
    throw error;
  }
}

type Preparation = Extract<ImportEnding, { kind: "failed" }>["step"];

async function* prepare(
  job: ImportJob,
  step: Preparation,
): AsyncGenerator<Happening, ImportEnding | undefined> {
  const { plan, client } = job;
  try {
    if (step === "clear-table") {
      await client.clearTables([plan.table], job.giveUp);
      yield { kind: "cleared" };
    } else if (step === "add-key-index") {
      await client.addPrimaryKeyIndexes({ [plan.table]: plan.key.map((field) => [field]) }, job.giveUp);
    } else yield* waitForIndex(job);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return { kind: "failed", step, problem: error.problem };
    if (isAbort(error) || job.stop.aborted) return { kind: "stopped" };
    throw error;
  }
}

async function* waitForIndex({ plan, client, stop, wait }: ImportJob): AsyncGenerator<Happening> {
  for (let delay = 200; ; delay = Math.min(delay * 1.5, 5000)) {
    const index = await client.primaryKeyIndex(plan.table, stop);
    if (index.kind === "ready") return yield { kind: "index-ready" };
    const { indexed, total } = index.kind === "building" ? index : { indexed: undefined, total: undefined };
    yield { kind: "indexing", indexed, total };
    await wait(delay, stop);
  }
}

/** The batch, or why it is not the one that was planned. */
async function readAgain(job: ImportJob, planned: BatchOutline): Promise<BatchRequest | string> {
  try {
    const request = await job.nextBatch();
    if (request === undefined) return "The file ends earlier than when it was checked.";
    const same = (Object.keys(planned) as (keyof BatchOutline)[]).every(
      (name) => request.outline[name] === planned[name],
    );
    return same ? request : `Batch ${planned.number} is not what it was when the file was checked.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function* sendBatch(
  job: ImportJob,
  request: BatchRequest,
): AsyncGenerator<Happening, ImportEnding | undefined> {
  const batch = request.outline;
  // Once an attempt was in doubt, a later refusal of the same batch no longer proves that nothing was written.
  let inDoubt = false;
  for (let attempt = 1; ; attempt++) {
    yield { kind: "sent", batch };
    const result = await job.client.importAirbyteRecords({
      body: request.body,
      records: batch.records,
      signal: job.giveUp,
    });
    if (result.kind === "written") {
      yield { kind: "written", batch, durationMs: result.durationMs, attempts: attempt };
      return undefined;
    }
    const { problem } = result;
    if (result.kind === "unknown") inDoubt = true;
    const ending = endingOf(batch, inDoubt, problem);
    const isByKey = job.plan.mode === "replace-by-key";
    const mayRepeat = isBusy(result) || (isByKey && result.kind === "unknown" && problem !== undefined);
    if (!mayRepeat || (inDoubt && !isByKey) || attempt >= mostAttempts) return ending;
    const delayMs = delayAfter(attempt, job.random());
    yield { kind: "held", batch, why: inDoubt ? "same-key" : "nothing-written", problem, delayMs };
    const stopped = await isStopped(job, delayMs);
    if (stopped) return inDoubt ? ending : { kind: "stopped" };
  }
}

function endingOf(batch: BatchOutline, inDoubt: boolean, problem: Problem | undefined): ImportEnding {
  return inDoubt || problem === undefined
    ? { kind: "in-doubt", batch, problem }
    : { kind: "refused", batch, problem };
}

async function isStopped({ wait, stop }: ImportJob, delayMs: number): Promise<boolean> {
  try {
    await wait(delayMs, stop);
    return stop.aborted;
  } catch (error) {
    if (stop.aborted) return true;
    throw error;
  }
}

/** Grows with every attempt; half of it is chance, so that many writers do not return together. */
function delayAfter(attempt: number, random: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return delay / 2 + (delay / 2) * random;
}
