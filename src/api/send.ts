import { printJson, type Json } from "#values/json.ts";
import { authorization, type Caller } from "./connection.ts";
import { ProblemError, isAbort, type RequestLine } from "./problem.ts";
import { refusalOf, unreachableReason } from "./read-refusal.ts";
import type { Sender } from "./sender.ts";
import { version } from "./version.ts";

export interface ApiCall {
  readonly method: "GET" | "POST" | "PUT";
  /** Below the deployment's address, e.g. `/api/list_snapshot`. */
  readonly path: string;
  /** Undefined values are left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: Json;
  /** A body that is JSON text already, sent as it is. */
  readonly rawBody?: string | Uint8Array<ArrayBuffer> | Blob;
  readonly caller: Caller;
  /** Only a read may be sent again by itself: nothing tells whether a write that got no answer was carried out. */
  readonly repeat: "on-trouble" | "never";
  /** Statuses outside 200 to 299 that the caller reads itself. */
  readonly accept?: (status: number) => boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly request: RequestLine;
}

const repetitions = 3;
const firstDelayMs = 300;

/**
 * Sends one call and returns its answer as text: the API answers writes with an empty body, which is no JSON.
 * Throws ProblemError, or the signal's reason when it was stopped.
 */
export async function send(sender: Sender, call: ApiCall): Promise<Reply> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce(sender, call, attempt);
    } catch (error) {
      if (call.repeat === "never" || attempt >= repetitions || !isTransient(error)) throw error;
      // The API never says when to come back. Half of the delay is chance, so that many pages do not return together.
      const delay = firstDelayMs * 2 ** attempt;
      await sender.wait(delay / 2 + sender.random() * (delay / 2), call.signal);
    }
  }
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const problem = error.problem;
  if (problem.kind === "unreachable") return problem.reason !== "insecure" && problem.reason !== "offline";
  return problem.kind === "refused" && (problem.status === 429 || problem.status === 503);
}

async function sendOnce(sender: Sender, call: ApiCall, attempt: number): Promise<Reply> {
  const target = call.path + queryText(call.query);
  const sentAt = Date.now();
  const started = performance.now();
  const line = (): RequestLine => ({
    method: call.method,
    path: target,
    sentAt,
    durationMs: performance.now() - started,
  });
  let status: number | undefined;
  let text = "";
  try {
    const response = await sender.fetch(sender.connection.url + target, requestInit(sender, call));
    status = response.status;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
      throw new ProblemError({
        kind: "unreadable",
        status,
        detail: "The answer sends on to another address.",
        request: line(),
      });
    }
    text = await response.text();
    const accepted = response.ok || (call.accept?.(status) ?? false);
    if (!accepted) throw new ProblemError(refusalOf(status, text, line()));
    return { status, text, request: line() };
  } catch (error) {
    if (error instanceof ProblemError || isAbort(error) || call.signal?.aborted) throw error;
    const url = sender.connection.url;
    throw new ProblemError({
      kind: "unreachable",
      reason: unreachableReason(url, status),
      url,
      request: line(),
    });
  } finally {
    sender.log.record({ ...line(), status, received: text.length, attempt });
  }
}

function requestInit(sender: Sender, call: ApiCall): RequestInit {
  const headers: Record<string, string> = { "Convex-Client": `deltascope-${version}` };
  const credential = authorization(sender.connection, call.caller);
  if (credential !== undefined) headers["Authorization"] = credential;
  const body = call.rawBody ?? (call.body === undefined ? undefined : printJson(call.body));
  // Without it the API refuses the body; fetch would say text/plain.
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return {
    method: call.method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
    cache: "no-store",
    credentials: "omit",
    // A redirection would carry the key to wherever it points.
    redirect: "manual",
    referrerPolicy: "no-referrer",
  };
}

function queryText(query: ApiCall["query"]): string {
  const parts = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
