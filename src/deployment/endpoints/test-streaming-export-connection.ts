import { requireExport } from "#deployment/export/require-export.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { jsonReply } from "#deployment/http/reply.ts";

/** HTTP API: test_streaming_export_connection. Says null when the key may export. */
export const testStreamingExportConnection: Endpoint = {
  path: "/api/test_streaming_export_connection",
  methods: {
    async GET(request, context) {
      requireExport(await context.caller(request), context, "test_streaming_export_connection");
      return jsonReply("null");
    },
  },
};
