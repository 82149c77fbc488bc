import { BodyCursor } from "./body-cursor.ts";
import type { Decoder } from "./body-decoder.ts";
import { badRequest } from "./refusal.ts";

/** What a JSON body may weigh, in bytes. */
export const bodyLimits = {
  functions: 16 * 1024 * 1024 + 2000,
  importRecords: 20 * 1024 * 1024,
  others: 2 * 1024 * 1024,
} as const;

/** Reads a JSON body as declared. Throws `BadJsonBody` for the content type, the size, the syntax and the types. */
export async function readBody<T>(request: Request, decoder: Decoder<T>, limit: number): Promise<T> {
  if (!isJsonType(request.headers.get("content-type"))) {
    throw badRequest("BadJsonBody", "Expected request with `Content-Type: application/json`");
  }
  const cursor = new BodyCursor(decodeText(await readBytes(request, limit)));
  if (cursor.peek() === "") throw cursor.endOf("a value");
  const value = decoder.read(cursor);
  if (cursor.peek() !== "") throw cursor.syntax("trailing characters");
  return value;
}

function isJsonType(contentType: string | null): boolean {
  const [type = ""] = (contentType ?? "").split(";");
  return /^application\/(?:[^/\s]+\+)?json$/i.test(type.trim());
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      void drain(reader);
      throw badRequest("BadJsonBody", "Failed to buffer the request body: length limit exceeded");
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Lets the sender finish: one that is cut off in the middle of its upload sees no answer. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It went away by itself.
  }
}

function decodeText(bytes: Uint8Array): string {
  try {
    // A byte order mark is kept: the server has no use for it and neither has the reader.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badRequest(
      "BadJsonBody",
      "Failed to parse the request body as JSON: invalid unicode code point at line 1 column 1",
    );
  }
}
