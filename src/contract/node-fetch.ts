import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

/** Sends a request over the network. The platform's own fetch refuses a GET with a body, which the API has. */
export async function nodeFetch(request: Request, actual?: { readonly method: string }): Promise<Response> {
  const method = actual?.method ?? request.method;
  if (method === request.method) return await fetch(request);
  const body = new Uint8Array(await request.arrayBuffer());
  return await new Promise((resolve, reject) => {
    const send = request.url.startsWith("https:") ? httpsRequest : httpRequest;
    const headers = { ...Object.fromEntries(request.headers), "content-length": String(body.length) };
    const outgoing = send(request.url, { method, headers }, (incoming) => {
      const chunks: Uint8Array[] = [];
      incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      incoming.on("end", () => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
        const text = Buffer.concat(chunks);
        resolve(
          new Response(text.length === 0 ? null : text, { status: incoming.statusCode ?? 500, headers }),
        );
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
