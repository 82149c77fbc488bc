import type { Json, JsonObject } from "#values/json.ts";
import { readErrorMessage } from "./error-message.ts";
import { ProblemError } from "./problem.ts";
import { asObject, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

export interface SystemQuery<Value> {
  /** Begins with `_system/`. */
  readonly path: string;
  readonly args: JsonObject;
  readonly signal?: AbortSignal | undefined;
  readonly decode: (json: Json) => Value;
}

/**
 * Runs one of the queries that Convex's own dashboard uses; they need a deploy key. Here a failed function is a
 * refusal like any other: nobody wrote it, and what the person wanted to see is missing. Throws ProblemError.
 */
export async function systemQuery<Value>(sender: Sender, query: SystemQuery<Value>): Promise<Value> {
  const reply = await send(sender, {
    method: "POST",
    path: "/api/query",
    body: { path: query.path, args: query.args, format: "json" },
    caller: "key",
    repeat: "on-trouble",
    signal: query.signal,
  });
  const request = { ...reply.request, path: `/api/query ${query.path}` };
  return decodeAnswer({ ...reply, request }, (json) => {
    const answer = asObject(json, "The answer");
    if (answer["status"] === "success") return query.decode(answer["value"] ?? null);
    const message = typeof answer["errorMessage"] === "string" ? answer["errorMessage"] : "";
    throw new ProblemError({
      kind: "refused",
      status: reply.status,
      code: "SystemFunctionFailed",
      message: readErrorMessage(message).text,
      request,
    });
  });
}
