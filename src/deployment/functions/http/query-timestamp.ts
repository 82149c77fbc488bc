import { internalError, Refusal } from "#deployment/http/refusal.ts";
import { decodeBase64, encodeBase64 } from "#values/base64.ts";

/** How long a timestamp stays good for query_at_ts once newer ones are there, in ns. */
const window = 30_000_000_000n;

/** A timestamp as query_ts gives it: base64 of its eight bytes, the lowest first. */
export function printQueryTimestamp(ts: bigint): string {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, ts, true);
  return encodeBase64(bytes);
}

/**
 * Reads it again. The server has no words for one that is malformed or in the future (500), and calls one that
 * is too old a lack of retention (503).
 */
export function readQueryTimestamp(text: string, latest: bigint): bigint {
  const ts = parse(text);
  if (ts === undefined || ts > latest) throw internalError();
  if (ts < latest - window) {
    throw new Refusal(503, "InternalServerError", internalError().message);
  }
  return ts;
}

function parse(text: string): bigint | undefined {
  try {
    const bytes = decodeBase64(text);
    if (bytes.length !== 8) return undefined;
    return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  } catch {
    return undefined;
  }
}
