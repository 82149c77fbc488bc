import type { ServerResponse } from "node:http";

/** What the page reads at its start: the deployments it opens already knowing. */
export interface RunTimeConfig {
  readonly deployments: readonly { readonly name: string; readonly url: string; readonly key?: string }[];
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request's `Host` is this machine under one of its own names and the server's port. A page of another
 * site whose name is made to point here (DNS rebinding) still sends its own name, and so gets no key.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  if (host === undefined) return false;
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host.toLowerCase());
  return match !== null && loopbackNames.has(match[1] ?? "") && (match[2] ?? "80") === String(port);
}

/** Answers `/config.json`: never cached, never readable from another origin. */
export function sendRunTimeConfig(response: ServerResponse, config: RunTimeConfig): void {
  response.writeHead(200, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(JSON.stringify(config));
}
