import { optimisticConcurrencyFailure, Refusal } from "#deployment/http/refusal.ts";
import type { Clock } from "#deployment/store/clock.ts";
import type { Random } from "#deployment/store/random.ts";
import type { Store } from "#deployment/store/store.ts";
import { ConflictError, type Transaction } from "#deployment/store/transaction.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import type { FunctionPath } from "#values/function-path.ts";
import { findFunction, type Analysis, type AnalyzedFunction } from "./analysis.ts";
import type { FunctionCall, FunctionHost, FunctionOutcome } from "./function-host.ts";
import type { FunctionWorker } from "./function-worker.ts";
import type { CallScope } from "./host/call-scope.ts";
import { decodeArgs } from "./host/decode-args.ts";
import { accessFailure } from "./host/function-access.ts";
import { notFound, wrongType } from "./host/function-texts.ts";
import { LogLines } from "./host/log-lines.ts";
import { runFunction, type FunctionParts, type Run, type RunResult } from "./host/run-function.ts";
import { limitWarnings } from "./host/transaction-limits.ts";
import { Turns } from "./host/turns.ts";
import { WorkerPool } from "./host/worker-pool.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { UdfType } from "./udf-type.ts";

export interface FunctionHostOptions {
  readonly spawnWorker: () => FunctionWorker;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly deploymentName: string;
  /** Those that differ from a real deployment's. */
  readonly limits?: Partial<Limits>;
}

export function createFunctionHost(options: FunctionHostOptions): FunctionHost {
  return new Functions(options);
}

/** Longest first pause before a mutation is run again, in ms; it doubles with each try. */
const firstPauseMs = 10;

class Functions implements FunctionHost {
  readonly #parts: FunctionParts;
  readonly #turns: Readonly<Record<UdfType, Turns>>;
  #analysis: Promise<Analysis> | undefined;

  constructor({ spawnWorker, limits: changed, ...rest }: FunctionHostOptions) {
    const limits: Limits = { ...defaultLimits, ...changed };
    const pool = new WorkerPool(spawnWorker);
    this.#parts = { ...rest, pool, limits, analysis: () => this.analysis() };
    const turns = (most: number, waitMs: number, what: string): Turns =>
      new Turns(most, waitMs, () => tooMany(most, what));
    this.#turns = {
      query: turns(limits.concurrentQueries, limits.queueMs, "queries"),
      mutation: turns(limits.concurrentMutations, limits.queueMs, "mutations"),
      action: turns(limits.concurrentActions, limits.actionQueueMs, "actions"),
    };
  }

  analysis(): Promise<Analysis> {
    this.#analysis ??= this.#analyze();
    return this.#analysis;
  }

  async #analyze(): Promise<Analysis> {
    try {
      return await this.#parts.pool.use((worker) => worker.analysis);
    } catch (error) {
      // A worker that could not start need not be the last one.
      this.#analysis = undefined;
      throw error;
    }
  }

  close(): void {
    this.#parts.pool.close();
  }

  async run(call: FunctionCall): Promise<FunctionOutcome> {
    const log = new LogLines();
    const scope: CallScope = { caller: call.caller, requestId: call.requestId, log, depth: 0 };
    const result = await this.#runCall(call, scope);
    return { ...result, logLines: log.lines };
  }

  async #runCall(call: FunctionCall, scope: CallScope): Promise<RunResult> {
    const analyzed = findFunction(await this.analysis(), call.path);
    if (analyzed === undefined) {
      return { kind: "failed", failure: notFound(call.path, call.kind !== "any") };
    }
    const failure = accessFailure(analyzed, call);
    if (failure !== undefined) return { kind: "failed", failure };
    const decoded = decodeArgs(call.args, call.path);
    if (decoded.kind === "failed") return decoded;
    return await this.#inTurn(analyzed, decoded.args, scope, call.ts);
  }

  /** Waits for the turn of a function that begins its own transactions, and runs it. */
  #inTurn(
    analyzed: AnalyzedFunction,
    args: readonly ConvexValue[],
    scope: CallScope,
    ts?: bigint,
  ): Promise<RunResult> {
    return this.#turns[analyzed.udfType].take(() => {
      if (analyzed.udfType === "action") return this.#run({ analyzed, args, scope });
      if (analyzed.udfType === "mutation") return this.#mutate({ analyzed, args, scope });
      return this.#query({ analyzed, args, scope }, ts);
    });
  }

  async #query(run: Omit<Run, "transaction">, ts: bigint | undefined): Promise<RunResult> {
    const { store } = this.#parts;
    const transaction = ts === undefined ? store.begin() : store.beginAt(ts);
    try {
      return this.#warned(await this.#run({ ...run, transaction }), run.scope, transaction);
    } finally {
      transaction.abort();
    }
  }

  async #mutate(run: Omit<Run, "transaction">): Promise<RunResult> {
    const { store, limits, random } = this.#parts;
    for (let tries = 0; ; tries++) {
      // Of a try that comes to nothing, the lines do too.
      const log = new LogLines();
      const scope = { ...run.scope, log };
      const transaction = store.begin();
      try {
        const result = this.#warned(await this.#run({ ...run, scope, transaction }), scope, transaction);
        if (result.kind === "returned") transaction.commit();
        for (const line of log.lines) run.scope.log.add(line);
        return result;
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        if (tries >= limits.conflictRetries) throw optimisticConcurrencyFailure(error.table);
        const share = (random.bytes(1)[0] ?? 0) / 256;
        await pause(firstPauseMs * 2 ** tries * share);
      } finally {
        transaction.abort();
      }
    }
  }

  #warned(result: RunResult, { log }: CallScope, { usage }: Transaction): RunResult {
    for (const line of limitWarnings(usage, this.#parts.limits)) log.add(line);
    return result;
  }

  #run(run: Run): Promise<RunResult> {
    return runFunction(this.#parts, run, (caller, udfType, path, args) =>
      this.#runNested(caller, udfType, path, args),
    );
  }

  async #runNested(caller: Run, udfType: UdfType, path: FunctionPath, args: ConvexValue): Promise<RunResult> {
    const analyzed = findFunction(await this.analysis(), path);
    if (analyzed === undefined) return { kind: "failed", failure: notFound(path, false) };
    if (analyzed.udfType !== udfType) {
      return { kind: "failed", failure: wrongType(path, udfType, analyzed.udfType) };
    }
    const scope: CallScope = { ...caller.scope, depth: caller.scope.depth + 1 };
    const { transaction } = caller;
    if (transaction === undefined) return await this.#inTurn(analyzed, [args], scope);
    const savepoint = transaction.savepoint();
    const result = await this.#run({ analyzed, args: [args], scope, transaction });
    if (result.kind === "failed") transaction.rollbackTo(savepoint);
    return result;
  }
}

function tooMany(most: number, what: string): Refusal {
  return new Refusal(
    429,
    "TooManyConcurrentRequests",
    `Too many concurrent requests. Your backend is limited to ${most} concurrent ${what}. To get more resources, spread your requests out over time.`,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
