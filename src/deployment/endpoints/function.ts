import { answerFormat } from "#deployment/functions/http/answer-format.ts";
import { callFunction } from "#deployment/functions/http/call-function.ts";
import { printOutcome } from "#deployment/functions/http/print-outcome.ts";
import { callFields, readFunctionPath } from "#deployment/functions/http/read-call.ts";
import { optional, struct, text } from "#deployment/http/body-decoder.ts";
import { readCredentials } from "#deployment/http/credentials.ts";
import { withinRequestTime } from "#deployment/functions/http/within-request-time.ts";
import type { Context } from "#deployment/context.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { badDeployKey } from "#deployment/http/permission.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { badRequest, internalError } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { isIdentifier } from "#values/identifier.ts";

const body = struct("UdfPostRequestWithComponent", { componentPath: optional(text), ...callFields });

/** A function of whatever kind, for admins: what `npx convex run` calls. */
export const anyFunction: Endpoint = {
  path: "/api/function",
  methods: {
    POST: (request, context) => withinRequestTime(answer(request, context), context),
  },
};

async function answer(request: Request, context: Context): Promise<Response> {
  readCredentials(request);
  const { componentPath, path: pathText, args, format } = await readBody(request, body, bodyLimits.functions);
  const path = readFunctionPath(pathText);
  const component = readComponentPath(componentPath);
  const caller = await context.caller(request);
  if (caller.kind !== "admin" && caller.kind !== "acting") throw badDeployKey();
  // The sample app has no components, and an unknown one is an error without words.
  if (component.length > 0) throw internalError();
  const requestId = context.requestId(request);
  const outcome = await callFunction({ kind: "any", path, args, caller, requestId }, context);
  const printing = { requestId, format: answerFormat(request, format), settings: context.settings };
  return jsonReply(printOutcome(outcome, printing));
}

/** The names of nested components, outermost first; none for the app itself. */
function readComponentPath(path: string | undefined): string[] {
  if (path === undefined || path === "") return [];
  const names = path.split("/");
  if (!names.every(isIdentifier)) {
    throw badRequest("InvalidComponentPath", `Component path ${path} is not a valid component path.`);
  }
  return names;
}
