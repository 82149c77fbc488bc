import { callFunction } from "#deployment/functions/http/call-function.ts";
import { printOutcome } from "#deployment/functions/http/print-outcome.ts";
import { readFunctionPath } from "#deployment/functions/http/read-call.ts";
import { optional, rawJson, struct, text } from "#deployment/http/body-decoder.ts";
import { readCredentials } from "#deployment/http/credentials.ts";
import { withinRequestTime } from "#deployment/functions/http/within-request-time.ts";
import type { Context } from "#deployment/context.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { badRequest } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { valueFormat } from "#deployment/http/value-format.ts";
import type { FunctionPath } from "#values/function-path.ts";

const prefix = "/api/run/";
const body = struct("UdfArgsOnlyPostRequest", { args: rawJson, format: optional(text) });

/** HTTP API: run. The function is named by the address, whatever its kind; values are clean by default. */
export const run: Endpoint = {
  path: "/api/run/*",
  methods: {
    POST: (request, context) => withinRequestTime(answer(request, context), context),
  },
};

async function answer(request: Request, context: Context): Promise<Response> {
  readCredentials(request);
  const { args, format } = await readBody(request, body, bodyLimits.functions);
  const path = readPath(new URL(request.url).pathname.slice(prefix.length));
  const caller = await context.caller(request);
  const requestId = context.requestId(request);
  const outcome = await callFunction({ kind: "any", path, args, caller, requestId }, context);
  const printing = { requestId, format: valueFormat(format), settings: context.settings };
  return jsonReply(printOutcome(outcome, printing));
}

/** `a/b/fn` is `a/b:fn`. Each part is decoded once more than the address as a whole. */
function readPath(address: string): FunctionPath {
  const parts = decode(address).split("/").map(decode);
  const name = parts.pop() ?? "";
  if (parts.length === 0) {
    throw badRequest(
      "MissingIdentifier",
      "Path or function name not provided in path, e.g. /api/run/messages/list",
    );
  }
  return readFunctionPath(`${parts.join("/")}:${name}`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest("BadPathArgs", "Failed to deserialize path parameters: invalid UTF-8 in `path`");
  }
}
