import type { Analysis, AnalyzedFunction } from "#deployment/functions/analysis.ts";
import type { FunctionFailure } from "#deployment/functions/function-host.ts";
import type { Limits } from "#deployment/functions/limits.ts";
import { argsError } from "#deployment/functions/validate-args.ts";
import { validationError } from "#deployment/functions/validate.ts";
import type { Answer, Invocation } from "#deployment/functions/worker-messages.ts";
import { printValue } from "#deployment/http/print-value.ts";
import { internalError } from "#deployment/http/refusal.ts";
import { binarySize } from "#deployment/store/check-document.ts";
import type { Clock } from "#deployment/store/clock.ts";
import type { Random } from "#deployment/store/random.ts";
import type { Store } from "#deployment/store/store.ts";
import type { Transaction } from "#deployment/store/transaction.ts";
import { convexSize } from "#values/convex-size.ts";
import { decodeValue, type ConvexValue } from "#values/convex-value.ts";
import { decodeDocumentId, isDocumentId } from "#values/document-id.ts";
import { printFullFunctionPath } from "#values/function-path.ts";
import type { Json } from "#values/json.ts";
import type { CallScope } from "./call-scope.ts";
import { hostFailure, outOfMemory, timedOut } from "./function-texts.ts";
import { InvocationSyscalls, type NestedCalls } from "./invocation-syscalls.ts";
import type { InvocationEnd } from "./pooled-worker.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What it takes to run functions. */
export interface FunctionParts {
  readonly pool: WorkerPool;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: Limits;
  readonly deploymentName: string;
  analysis(): Promise<Analysis>;
}

/** One function to run: in a transaction, unless it is an action. */
export interface Run {
  readonly analyzed: AnalyzedFunction;
  readonly args: readonly ConvexValue[];
  readonly scope: CallScope;
  readonly transaction?: Transaction;
}

export type RunResult =
  | { readonly kind: "returned"; readonly value: ConvexValue }
  | { readonly kind: "failed"; readonly failure: FunctionFailure };

/**
 * Runs a function in a worker: checks its arguments, answers what it asks for, checks what it returns. Commits
 * nothing. Throws a Refusal when the deployment rather than the function is at fault.
 */
export async function runFunction(parts: FunctionParts, run: Run, nested: NestedCalls): Promise<RunResult> {
  const { limits, store } = parts;
  const { analyzed, args, transaction } = run;
  const tableOfId = (id: string): string | null => transaction?.tableOf(id) ?? tableOf(store, id);
  const path = printFullFunctionPath(analyzed);
  const size = convexSize(args);
  if (size > limits.argsBytes) {
    return failed(
      `Arguments for ${path} are too large (actual: ${binarySize(size)}, limit: ${binarySize(limits.argsBytes)})`,
    );
  }
  const wrongArgs = argsError(analyzed.args, args, tableOfId);
  if (wrongArgs !== null) return failed(`ArgumentValidationError: ${wrongArgs}`);

  const syscalls = new InvocationSyscalls(parts, run, nested);
  const end = await parts.pool.use((worker) =>
    worker.run(invocation(parts, run), {
      userTimeMs: analyzed.udfType === "action" ? undefined : limits.userTimeMs,
      answer: (op, json): Answer | Promise<Answer> => syscalls.answer(op, json),
      log: (line) => run.scope.log.add(line),
    }),
  );
  await syscalls.settled();
  if (syscalls.fault !== undefined) throw syscalls.fault;
  if (end.kind !== "returned") return { kind: "failed", failure: failureOf(end, limits) };

  const value = decodeReturned(end.json);
  if (value instanceof Error) return failed(`Function ${path} return value invalid: ${value.message}`);
  const resultSize = convexSize(value);
  if (resultSize > limits.resultBytes) {
    return failed(
      `Function ${path} return value is too large (actual: ${binarySize(resultSize)}, limit: ${binarySize(limits.resultBytes)})`,
    );
  }
  const wrongResult = analyzed.returns && validationError(analyzed.returns, value, tableOfId);
  if (wrongResult !== null) return failed(`ReturnsValidationError: ${wrongResult}`);
  return { kind: "returned", value };
}

/** An action has no transaction to ask, nor has an id of a table that was made meanwhile. */
function tableOf(store: Store, id: string): string | null {
  if (!isDocumentId(id)) return null;
  const { tableNumber } = decodeDocumentId(id);
  return store.tables().find((table) => table.number === tableNumber)?.name ?? null;
}

function failed(message: string): RunResult {
  return { kind: "failed", failure: hostFailure(message) };
}

function invocation({ store, clock, random }: FunctionParts, run: Run): Invocation {
  const { analyzed, args, scope, transaction } = run;
  const seed = new DataView(random.bytes(4).slice().buffer).getUint32(0);
  return {
    module: analyzed.module,
    function: analyzed.function,
    udfType: analyzed.udfType,
    args: printValue(args, "encoded"),
    requestId: scope.requestId,
    seed,
    now: Number(clock.now() / 1_000_000n),
    snapshotTs: transaction?.snapshotTs ?? store.latestTs(),
    tableNumbers: Object.fromEntries(store.tables().map((table) => [table.name, table.number])),
  };
}

function decodeReturned(json: string): ConvexValue | Error {
  try {
    return decodeValue(JSON.parse(json) as Json);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function failureOf(end: Exclude<InvocationEnd, { kind: "returned" }>, limits: Limits): FunctionFailure {
  switch (end.kind) {
    case "timedOut":
      return timedOut(limits.userTimeMs);
    case "outOfMemory":
      return outOfMemory(limits.memoryMegabytes);
    case "crashed":
      if (end.thrown === undefined) throw internalError();
      // Thrown in a timer, or by a promise that nobody awaited: still the function's own.
      return hostFailure(`Uncaught ${end.thrown.name}: ${end.thrown.message}`);
    case "threw": {
      const { message, frames, data } = end;
      if (data === undefined) return { message, frames };
      return { message, frames, data: decodeValue(JSON.parse(data) as Json) };
    }
  }
}
