import { FileRefusal } from "./file-refusal.ts";
import { headBytes, refusalOfHead } from "./file-kind.ts";
import { invalidUtf8 } from "./invalid-utf8.ts";

/**
 * The text of a file, piece after piece, without its byte order mark. Pieces follow the chunks of the stream and
 * never cut a character. Throws FileRefusal when the bytes are not UTF-8 text; no replacement character is made.
 */
export async function* decodeText(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  let before: Uint8Array = new Uint8Array();
  for await (const chunk of withWholeHead(stream)) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw notUtf8(joined([cutOff(before), chunk]), lines, false);
    }
    if (text !== "") yield text;
    lines += lineEnds(text);
    before = chunk;
  }
  try {
    decoder.decode();
  } catch {
    throw notUtf8(cutOff(before), lines, true);
  }
}

/** The chunks of a stream, by its reader: not every browser can iterate a stream. */
async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } finally {
    // Without this a file that is given up half-way stays open.
    await reader.cancel().catch(() => undefined);
  }
}

/** The same chunks, but the first is long enough to be judged by its bytes, and has been. */
async function* withWholeHead(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] | undefined = [];
  let length = 0;
  for await (const chunk of chunks(stream)) {
    if (waiting === undefined) {
      yield chunk;
      continue;
    }
    waiting.push(chunk);
    length += chunk.length;
    if (length < headBytes) continue;
    yield judged(joined(waiting));
    waiting = undefined;
  }
  if (waiting !== undefined) yield judged(joined(waiting));
}

function judged(first: Uint8Array): Uint8Array {
  const refusal = refusalOfHead(first.subarray(0, headBytes));
  if (refusal !== undefined) throw refusal;
  return first;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The bytes at the end that begin a character whose rest is in the next chunk: at most three. */
function cutOff(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return bytes.subarray(bytes.length - back);
    if (byte < 0x80) break;
  }
  return new Uint8Array();
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function notUtf8(bytes: Uint8Array, linesBefore: number, atEnd: boolean): FileRefusal {
  const at = Math.max(0, invalidUtf8(bytes, atEnd));
  let line = linesBefore;
  for (let before = 0; before < at; before++) if (bytes[before] === 0x0a) line++;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const where = `byte ${byte} in line ${line} is not valid UTF-8`;
  return looksWestern(bytes.subarray(at))
    ? new FileRefusal(
        "latin-1",
        `This file looks like Latin-1 (Windows-1252) text: ${where}. Only UTF-8 is read. Save it as UTF-8 and choose it again.`,
        line,
      )
    : new FileRefusal(
        "not-utf-8",
        `This file is text in an encoding other than UTF-8: ${where}. Save it as UTF-8 and choose it again.`,
        line,
      );
}

/** In the one-byte encodings of the West an accented letter mostly stands alone between ASCII letters. */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    high++;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++;
  }
  return alone * 2 >= high;
}
