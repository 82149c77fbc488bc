import { asDocumentId, type DocumentId } from "./document.ts";

/** What an `_id` says: the number of its table and the 16 bytes that are its own. */
export interface DocumentIdParts {
  readonly tableNumber: number;
  readonly internalId: Uint8Array;
}

/** Text that is no document id; the message is the server's. */
export class DocumentIdError extends Error {
  override readonly name = "DocumentIdError";

  constructor(reason: string) {
    super(`Unable to decode ID: ${reason}`);
  }
}

// Crockford's base 32, lower case.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const internalIdBytes = 16;
const checksumBytes = 2;
const shortestId = 31;
const longestId = 37;

/** Spells the id of a document: table number as a varint, internal id, checksum, in base 32. */
export function encodeDocumentId({ tableNumber, internalId }: DocumentIdParts): DocumentId {
  const bytes: number[] = [];
  let rest = tableNumber;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  bytes.push(rest, ...internalId);
  const checksum = fletcher16(bytes);
  bytes.push(checksum & 0xff, checksum >> 8);
  return asDocumentId(toBase32(bytes));
}

/** Takes an id apart. @throws {DocumentIdError} */
export function decodeDocumentId(text: string): DocumentIdParts {
  if (text.length < shortestId || text.length > longestId) throw badLength(text);
  const bytes = fromBase32(text);
  const { tableNumber, length } = readTableNumber(bytes);
  const end = length + internalIdBytes;
  if (bytes.length !== end + checksumBytes) throw badLength(text);
  const expected = fletcher16(bytes.subarray(0, end));
  const found = (bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8);
  if (found !== expected) throw new DocumentIdError(`Invalid ID version ${found} (expected ${expected})`);
  return { tableNumber, internalId: bytes.slice(length, end) };
}

export function isDocumentId(text: string): text is DocumentId {
  try {
    decodeDocumentId(text);
    return true;
  } catch {
    return false;
  }
}

function badLength(text: string): DocumentIdError {
  return new DocumentIdError(`Invalid ID length ${text.length}`);
}

function readTableNumber(bytes: Uint8Array): { tableNumber: number; length: number } {
  let tableNumber = 0;
  for (let length = 1; length <= 5; length++) {
    const byte = bytes[length - 1] ?? 0;
    tableNumber += (byte & 0x7f) * 0x80 ** (length - 1);
    if (byte < 0x80) {
      if (tableNumber === 0 || tableNumber > 0xffffffff) break;
      return { tableNumber, length };
    }
  }
  throw new DocumentIdError("Invalid table number");
}

/** Fletcher's checksum modulo 256: the second sum in the high byte. */
function fletcher16(bytes: Iterable<number>): number {
  let first = 0;
  let second = 0;
  for (const byte of bytes) {
    first = (first + byte) & 0xff;
    second = (second + first) & 0xff;
  }
  return (second << 8) | first;
}

function toBase32(bytes: readonly number[]): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
}

function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const symbol of text) {
    const value = alphabet.indexOf(symbol);
    if (value === -1) throw new DocumentIdError("ID wasn't valid base32");
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bytes.push((held >> (bits - 8)) & 0xff);
      bits -= 8;
    }
  }
  return Uint8Array.from(bytes);
}
