import { record, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { badRequest } from "#deployment/http/refusal.ts";

const body = struct("ReplaceTableArgs", { tableNames: record(text) });

/** HTTP API: replace_tables. Nobody may any more, so nobody's permission is asked. */
export const replaceTables: Endpoint = {
  path: "/api/streaming_import/replace_tables",
  methods: {
    async POST(request, context) {
      await context.caller(request);
      await readBody(request, body, bodyLimits.others);
      throw badRequest(
        "OverwriteNotSupported",
        "Overwrite sync mode is not supported. Please use a different sync mode.",
      );
    },
  },
};
