import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Deployment } from "#deployment/deployment.ts";
import { DroppedConnection } from "#deployment/faults.ts";

/** Speaks HTTP for a deployment: Node's requests become web ones, web answers are written back. */
export function deploymentServer(deployment: Pick<Deployment, "fetch">): Server {
  const server = createServer((incoming, outgoing) => {
    void answer(deployment, incoming, outgoing).catch(() => {
      // Faults drop connections on purpose; whatever else ends here has no answer either.
      incoming.socket.destroy();
    });
  });
  // Imports of 20 MiB over a slow line take their time; the API's own limit is the 300 s of a whole request.
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 10_000;
  return server;
}

async function answer(
  deployment: Pick<Deployment, "fetch">,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? "GET";
  // A browser repeats a request by itself, a write too, when a kept connection breaks before the answer begins.
  // On a connection of its own a write comes once.
  if (incoming.headers.origin !== undefined) outgoing.shouldKeepAlive = false;
  const response = await deployment.fetch(webRequest(incoming, method), { method });
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  if (response.body === null) {
    if (method !== "HEAD") outgoing.setHeader("content-length", "0");
    outgoing.end();
    return;
  }
  await pipe(response, outgoing);
}

/** The body is written as it comes, and a body that breaks off breaks the connection off. */
async function pipe(response: Response, outgoing: ServerResponse): Promise<void> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // Waiting until it is sent: what comes before the end of a connection shall arrive.
    await new Promise((resolve) => outgoing.write(value, resolve));
    if (outgoing.destroyed) throw new DroppedConnection();
  }
  outgoing.end();
}

function webRequest(incoming: IncomingMessage, method: string): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  }
  const hasBody = headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
  // A path may be `//x`, which URL would take for a host; the host itself is of no interest to anybody.
  const url = `http://deployment${incoming.url?.startsWith("/") === true ? incoming.url : "/"}`;
  // A GET with a body is part of the API and impossible as a Request: it travels as a POST.
  const carried = hasBody && (method === "GET" || method === "HEAD") ? "POST" : method;
  return new Request(url, {
    method: carried,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  });
}
