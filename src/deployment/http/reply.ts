import type { Refusal } from "./refusal.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** A 200 with a body that is JSON text already: documents are printed by the deployment itself, digit for digit. */
export function jsonReply(text: string, status = 200): Response {
  return new Response(text, { status, headers: JSON_TYPE });
}

export function textReply(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** The success of every write endpoint of streaming import: no body and no content type. */
export function emptyReply(status = 200): Response {
  return new Response(null, { status });
}

export function refusalReply(refusal: Refusal): Response {
  return jsonReply(JSON.stringify({ code: refusal.code, message: refusal.message }), refusal.status);
}
