import { postFunction } from "#deployment/functions/http/function-endpoint.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";

/** HTTP API: mutation. */
export const mutation: Endpoint = { path: "/api/mutation", methods: { POST: postFunction("mutation") } };
