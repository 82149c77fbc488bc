import { postFunction } from "#deployment/functions/http/function-endpoint.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";

/** HTTP API: action. */
export const action: Endpoint = { path: "/api/action", methods: { POST: postFunction("action") } };
