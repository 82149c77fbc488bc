import { decodeValue, type ConvexValue } from "#values/convex-value.ts";
import type { Json } from "#values/json.ts";
import type { Caller } from "./connection.ts";
import { ProblemError, type Problem } from "./problem.ts";
import { asArray, asObject, asString, decodeAnswer } from "./read-answer.ts";
import { runPath } from "./run-path.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";
import type { WireFormat } from "./value-format.ts";

export type FunctionKind = "query" | "mutation" | "action" | "any";

export interface FunctionCall {
  /** As typed: `messages:list`, `reports/daily:summary`. */
  readonly path: string;
  readonly kind: FunctionKind;
  /** In the encoded form, as the API reads arguments. */
  readonly args: Json;
  readonly caller: Caller;
  /** A component's path; needs the deploy key. */
  readonly componentPath?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Ran {
  readonly logLines: readonly string[];
  /** From sending to the last byte of the answer. */
  readonly durationMs: number;
  /** When it was sent, ms since the epoch. */
  readonly sentAt: number;
  /** Length of the answer's text. */
  readonly received: number;
}

/** What became of a function. That it failed is an answer too (HTTP 200), not an exception. */
export type Outcome =
  | (Ran & {
      readonly kind: "succeeded";
      readonly value: ConvexValue;
      /** `json` cannot tell integers, bytes and texts apart. */
      readonly format: WireFormat;
    })
  | (Ran & {
      readonly kind: "failed";
      /** The server's whole text; `readErrorMessage` takes it apart. */
      readonly errorMessage: string;
      /** The data of a ConvexError; undefined when the function threw anything else. */
      readonly errorData: ConvexValue | undefined;
      readonly format: WireFormat;
    });

/**
 * Runs a function once (HTTP API: query, mutation, action, run; with a component: function). It is never sent again:
 * the API has no request ids, so a second try could write twice. Throws ProblemError.
 *
 * @param format learnt beforehand; a form that the deployment does not know is refused only after the function ran
 */
export async function runFunction(sender: Sender, call: FunctionCall, format: WireFormat): Promise<Outcome> {
  try {
    return await run(sender, call, format);
  } catch (error) {
    const missing = error instanceof ProblemError ? missingFunction(error.problem, format) : undefined;
    if (missing === undefined) throw error;
    return missing;
  }
}

// Some deployments say with 404 what others say with 200: that there is no such function, or one of another kind.
function missingFunction(problem: Problem, format: WireFormat): Outcome | undefined {
  if (problem.kind !== "refused" || problem.status !== 404) return undefined;
  if (problem.code !== "FunctionPathNotFound" && problem.code !== "FunctionPathWrongType") return undefined;
  const { durationMs, sentAt } = problem.request;
  return {
    kind: "failed",
    errorMessage: problem.message,
    errorData: undefined,
    logLines: [],
    durationMs,
    sentAt,
    received: 0,
    format,
  };
}

async function run(sender: Sender, call: FunctionCall, format: WireFormat): Promise<Outcome> {
  const { path, args, componentPath } = call;
  const component = componentPath === undefined || componentPath === "" ? undefined : componentPath;
  const byUrl = call.kind === "any" && component === undefined;
  const reply = await send(sender, {
    method: "POST",
    path: component !== undefined ? "/api/function" : byUrl ? runPath(path) : `/api/${call.kind}`,
    body: {
      ...(byUrl ? {} : { path }),
      ...(component === undefined ? {} : { componentPath: component }),
      args,
      format,
    },
    caller: call.caller,
    repeat: "never",
    // 560 was the status of failed functions once.
    accept: (status) => status === 560,
    signal: call.signal,
  });
  const ran = {
    durationMs: reply.request.durationMs,
    sentAt: reply.request.sentAt,
    received: reply.text.length,
  };
  return decodeAnswer(reply, (json) => {
    const answer = asObject(json, "The answer");
    const logLines =
      answer["logLines"] === undefined
        ? []
        : asArray(answer["logLines"], "logLines").map((line) => asString(line, "A log line"));
    if (answer["status"] === "success") {
      return { kind: "succeeded", ...ran, value: decodeValue(answer["value"] ?? null), logLines, format };
    }
    const errorData = answer["errorData"] === undefined ? undefined : decodeValue(answer["errorData"]);
    if (answer["status"] === "error") {
      const errorMessage = asString(answer["errorMessage"], "errorMessage");
      return { kind: "failed", ...ran, errorMessage, errorData, logLines, format };
    }
    throw new TypeError("The answer has no status.");
  });
}
