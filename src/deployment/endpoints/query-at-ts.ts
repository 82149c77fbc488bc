import { answerFormat } from "#deployment/functions/http/answer-format.ts";
import { callFunction } from "#deployment/functions/http/call-function.ts";
import { printOutcome } from "#deployment/functions/http/print-outcome.ts";
import { readQueryTimestamp } from "#deployment/functions/http/query-timestamp.ts";
import { callFields, readFunctionPath } from "#deployment/functions/http/read-call.ts";
import { struct, text } from "#deployment/http/body-decoder.ts";
import { readCredentials } from "#deployment/http/credentials.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { jsonReply } from "#deployment/http/reply.ts";

const body = struct("QueryAtTsArgs", { ...callFields, ts: text });

/** A query as of a timestamp of query_ts. */
export const queryAtTs: Endpoint = {
  path: "/api/query_at_ts",
  methods: {
    async POST(request, context) {
      readCredentials(request);
      const {
        path: pathText,
        args,
        format,
        ts: tsText,
      } = await readBody(request, body, bodyLimits.functions);
      const path = readFunctionPath(pathText);
      const caller = await context.caller(request);
      const ts = readQueryTimestamp(tsText, context.store.latestTs());
      const requestId = context.requestId(request);
      const outcome = await callFunction({ kind: "query", path, args, caller, requestId, ts }, context);
      const printing = { requestId, format: answerFormat(request, format), settings: context.settings };
      return jsonReply(printOutcome(outcome, printing));
    },
  },
};
