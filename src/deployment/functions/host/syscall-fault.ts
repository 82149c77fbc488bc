import type { Answer } from "#deployment/functions/worker-messages.ts";
import { printValue } from "#deployment/http/print-value.ts";
import { Refusal } from "#deployment/http/refusal.ts";
import type { FunctionFailure } from "#deployment/functions/function-host.ts";
import { nestedMessage } from "./function-texts.ts";

/** A function that another one called has failed; the caller may catch it. */
export class NestedFailure extends Error {
  readonly failure: FunctionFailure;

  constructor(failure: FunctionFailure) {
    super(nestedMessage(failure));
    this.failure = failure;
  }
}

/** Whether an error is the deployment's rather than the function's: it then ends the whole call. */
export function isSystemFault(error: unknown): boolean {
  return error instanceof Refusal ? error.status >= 429 : !(error instanceof Error);
}

/** What the function is told of an error. */
export function errorAnswer(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  const data = error instanceof NestedFailure ? error.failure.data : undefined;
  return { kind: "error", message, ...(data !== undefined && { data: printValue(data, "encoded") }) };
}
