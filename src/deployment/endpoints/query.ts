import { postFunction } from "#deployment/functions/http/function-endpoint.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { readCredentials } from "#deployment/http/credentials.ts";
import { badRequest } from "#deployment/http/refusal.ts";

/** HTTP API: query. */
export const query: Endpoint = {
  path: "/api/query",
  methods: {
    // The server declares arguments here that no query string can carry, so there is no good request.
    GET(request) {
      readCredentials(request);
      const { searchParams } = new URL(request.url);
      const reason = searchParams.has("args")
        ? "args: invalid type: newtype struct, expected any valid JSON value"
        : `missing field \`${searchParams.has("path") ? "args" : "path"}\``;
      throw badRequest("BadQueryArgs", `Failed to deserialize query string: ${reason}`);
    },
    POST: postFunction("query"),
  },
};
