import type { Endpoint } from "#deployment/http/endpoint.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { requireImport } from "#deployment/import/require-import.ts";

/** HTTP API: get_schema. The schema in force, or null. */
export const getSchema: Endpoint = {
  path: "/api/streaming_import/get_schema",
  methods: {
    async GET(request, context) {
      requireImport(await context.caller(request), "get_schema");
      return jsonReply(context.declared?.json ?? "null");
    },
  },
};
