import { ProblemError, isAbort, type Problem, type Refused } from "./problem.ts";
import { expectEmpty } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

export interface ImportRequest {
  /** The whole body, `{"tables": …, "messages": […]}`, as JSON text; below 20 MiB. */
  readonly body: string | Uint8Array<ArrayBuffer> | Blob;
  /** How many messages the body holds: the deployment writes many of them in several transactions. */
  readonly records: number;
  readonly signal?: AbortSignal | undefined;
}

/** Where a batch stands. `unknown` must never be sent again blindly: an append would be there twice. */
export type ImportResult =
  | { readonly kind: "written"; readonly durationMs: number }
  /** Proven: nothing of the batch was written. */
  | { readonly kind: "refused"; readonly problem: Refused }
  /** All, a part, or nothing of it was written. `problem` is undefined when the person stopped it. */
  | { readonly kind: "unknown"; readonly problem: Problem | undefined };

// The deployment commits when a transaction is full and goes on in another: after about 4096 look-ups by key.
const recordsInOneTransaction = 4000;

// Said while the whole body is converted, before the first record is written.
const saidBeforeWriting = new Set([
  "BadJsonBody",
  "MissingStream",
  "EmptyPrimaryKey",
  "FieldsNotUniqueWithinIndex",
  "IndexTooManyFields",
  "IndexFieldsContainId",
  "ValueTooLargeError",
  "TooManyFieldsError",
  "ArrayTooLong",
  "TooNestedError",
]);

/**
 * Writes one batch (HTTP API: import_airbyte_records), once. Does not throw: that nobody knows what became of a batch
 * is one of its results.
 */
export async function importAirbyteRecords(sender: Sender, request: ImportRequest): Promise<ImportResult> {
  try {
    const reply = await send(sender, {
      method: "POST",
      path: "/api/streaming_import/import_airbyte_records",
      rawBody: request.body,
      caller: "key",
      repeat: "never",
      signal: request.signal,
    });
    expectEmpty(reply);
    return { kind: "written", durationMs: reply.request.durationMs };
  } catch (error) {
    if (error instanceof ProblemError) return fateOf(error.problem, request.records);
    if (isAbort(error) || request.signal?.aborted) return { kind: "unknown", problem: undefined };
    throw error;
  }
}

function fateOf(problem: Problem, records: number): ImportResult {
  if (problem.kind !== "refused") return { kind: "unknown", problem };
  return nothingWritten(problem, records) ? { kind: "refused", problem } : { kind: "unknown", problem };
}

function nothingWritten({ status, code }: Refused, records: number): boolean {
  if (code !== undefined && saidBeforeWriting.has(code)) return true;
  // 408, 429 and the rest of 5xx also come from proxies in between, which do not know what the deployment did.
  const itsOwnWord =
    [400, 401, 403, 404, 405, 413, 415].includes(status) ||
    (status === 503 && code === "OptimisticConcurrencyControlFailure");
  if (!itsOwnWord) return false;
  return status === 400 || status === 503 ? records <= recordsInOneTransaction : true;
}
