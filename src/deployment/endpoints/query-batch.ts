import { answerFormat } from "#deployment/functions/http/answer-format.ts";
import { callFunction } from "#deployment/functions/http/call-function.ts";
import { printOutcome } from "#deployment/functions/http/print-outcome.ts";
import { callBody, readFunctionPath } from "#deployment/functions/http/read-call.ts";
import { list, struct } from "#deployment/http/body-decoder.ts";
import { readCredentials } from "#deployment/http/credentials.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { jsonReply } from "#deployment/http/reply.ts";

const body = struct("QueryBatchArgs", { queries: list(callBody) });

/** Several queries at one timestamp. One bad path or format fails them all; a failing query only itself. */
export const queryBatch: Endpoint = {
  path: "/api/query_batch",
  methods: {
    async POST(request, context) {
      readCredentials(request);
      const { queries } = await readBody(request, body, bodyLimits.functions);
      const calls = queries.map(({ path, args, format }) => {
        return { path: readFunctionPath(path), args, format: answerFormat(request, format) };
      });
      const caller = await context.caller(request);
      const requestId = context.requestId(request);
      const ts = context.store.latestTs();
      const results: string[] = [];
      for (const { path, args, format } of calls) {
        const outcome = await callFunction({ kind: "query", path, args, caller, requestId, ts }, context);
        results.push(printOutcome(outcome, { requestId, format, settings: context.settings }));
      }
      return jsonReply(`{"results":[${results.join(",")}]}`);
    },
  },
};
