import type { Context } from "#deployment/context.ts";
import type { UdfType } from "#deployment/functions/udf-type.ts";
import { readCredentials } from "#deployment/http/credentials.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { answerFormat } from "./answer-format.ts";
import { callFunction } from "./call-function.ts";
import { printOutcome } from "./print-outcome.ts";
import { callBody, readFunctionPath } from "./read-call.ts";
import { withinRequestTime } from "./within-request-time.ts";

/** Answers POST requests of the endpoints that name the kind of function they run. */
export function postFunction(kind: UdfType): (request: Request, context: Context) => Promise<Response> {
  return (request, context) => withinRequestTime(answer(kind, request, context), context);
}

async function answer(kind: UdfType, request: Request, context: Context): Promise<Response> {
  // A malformed header is told before anything else, a wrong key only after the body.
  readCredentials(request);
  const body = await readBody(request, callBody, bodyLimits.functions);
  const path = readFunctionPath(body.path);
  const caller = await context.caller(request);
  const requestId = context.requestId(request);
  const outcome = await callFunction({ kind, path, args: body.args, caller, requestId }, context);
  // Only now, as on a real deployment: a mutation with a bad format has been committed.
  const format = answerFormat(request, body.format);
  return jsonReply(printOutcome(outcome, { requestId, format, settings: context.settings }));
}
