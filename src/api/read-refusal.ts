import { parseJson } from "#values/json.ts";
import type { Refused, RequestLine, Unreachable } from "./problem.ts";
import { isOwnMachine } from "./read-address.ts";

/** The `{code, message}` of a refusal; bodies of proxies, and the empty ones of 404, 405 and 408, have none. */
export function refusalOf(status: number, text: string, request: RequestLine): Refused {
  try {
    const body = parseJson(text);
    if (typeof body === "object" && body !== null && "code" in body && typeof body.code === "string") {
      const message = "message" in body && typeof body.message === "string" ? body.message : "";
      return { kind: "refused", status, code: body.code, message, request };
    }
  } catch {
    // Not JSON: the text below is all there is.
  }
  return { kind: "refused", status, code: undefined, message: readable(text), request };
}

// A proxy's page of HTML says nothing that its status does not.
function readable(text: string): string {
  return /^\s*</.test(text) ? "" : text.trim().slice(0, 2000);
}

/**
 * The likeliest reason for the one error that a browser gives for everything without an answer.
 *
 * @param status set when the answer had begun and then broke off
 */
export function unreachableReason(url: string, status: number | undefined): Unreachable["reason"] {
  if (status !== undefined) return "interrupted";
  if (isInsecureFromHere(url)) return "insecure";
  return globalThis.navigator?.onLine === false ? "offline" : "no-answer";
}

/** Whether this page is a secure one and the address is not: browsers block that call, but to their own machine. */
export function isInsecureFromHere(url: string): boolean {
  const page = typeof location === "undefined" ? undefined : location.protocol;
  return page === "https:" && url.startsWith("http://") && !isOwnMachine(new URL(url).hostname);
}
