import type { Json } from "#values/json.ts";
import type { BodyCursor } from "./body-cursor.ts";
import { readFloat, readItems, readMembers, readNumberText, readString, readWord } from "./body-token.ts";
import type { Refusal } from "./refusal.ts";

/** Reads one declared value of a request body; `absent` is what a missing field means, where it may be missing. */
export interface Decoder<T> {
  read(cursor: BodyCursor): T;
  readonly absent?: { readonly value: T };
}

export const text: Decoder<string> = {
  read: (cursor) => (cursor.peek() === '"' ? readString(cursor) : mismatch(cursor, "a string")),
};

export const boolean: Decoder<boolean> = {
  read(cursor) {
    const next = cursor.peek();
    if (next !== "t" && next !== "f") return mismatch(cursor, "a boolean");
    readWord(cursor, next === "t" ? "true" : "false");
    return next === "t";
  },
};

const int64Min = -(1n << 63n);
const int64Max = (1n << 63n) - 1n;
const uint64Max = (1n << 64n) - 1n;

/** An integer of 64 bits, digit for digit; neither `5.0` nor `"5"` will do. */
export const int64: Decoder<bigint> = {
  read(cursor) {
    if (!/[-0-9]/.test(cursor.peek())) return mismatch(cursor, "i64");
    const digits = readNumberText(cursor);
    if (!/^-?[0-9]+$/.test(digits)) throw unexpected(cursor, describeNumber(digits), "i64");
    const value = BigInt(digits);
    if (value >= int64Min && value <= int64Max) return value;
    if (value > 0n && value <= uint64Max) {
      throw cursor.type(`invalid value: integer \`${digits}\`, expected i64`);
    }
    throw unexpected(cursor, describeNumber(`${digits}.0`), "i64");
  },
};

/** Any JSON; all numbers are floats. */
export const anyJson: Decoder<Json> = { read: readAny };

/** Any JSON as its text, unread but for its extent: what is in it is somebody else's to refuse. */
export const rawJson: Decoder<string> = {
  read(cursor) {
    cursor.skipSpace();
    const start = cursor.at;
    const depth = cursor.depth;
    cursor.depth = Number.NEGATIVE_INFINITY;
    readAny(cursor);
    cursor.depth = depth;
    return cursor.text.slice(start, cursor.at);
  },
};

/** Missing and null are the same. */
export function optional<T>(decoder: Decoder<T>): Decoder<T | undefined> {
  return {
    absent: { value: undefined },
    read(cursor) {
      if (cursor.peek() !== "n") return decoder.read(cursor);
      readWord(cursor, "null");
      return undefined;
    },
  };
}

export function list<T>(item: Decoder<T>): Decoder<T[]> {
  return {
    read(cursor) {
      if (cursor.peek() !== "[") return mismatch(cursor, "a sequence");
      const items: T[] = [];
      readItems(cursor, () => items.push(item.read(cursor)));
      return items;
    },
  };
}

/** An object with names of the client's choosing. */
export function record<T>(value: Decoder<T>): Decoder<Map<string, T>> {
  return {
    read(cursor) {
      if (cursor.peek() !== "{") return mismatch(cursor, "a map");
      const members = new Map<string, T>();
      readMembers(cursor, (name) => members.set(name, value.read(cursor)));
      return members;
    },
  };
}

type Fields = Readonly<Record<string, Decoder<unknown>>>;
type Decoded<D extends Fields> = {
  -readonly [name in keyof D]: D[name] extends Decoder<infer T> ? T : never;
};

/** An object with known fields; unknown ones are ignored, a known one given twice is an error. */
export function struct<D extends Fields>(name: string, fields: D): Decoder<Decoded<D>> {
  return {
    read(cursor) {
      if (cursor.peek() !== "{") return mismatch(cursor, `struct ${name}`);
      const found = new Map<string, unknown>();
      readMembers(
        cursor,
        (member) => {
          const decoder = Object.hasOwn(fields, member) ? fields[member] : undefined;
          if (decoder === undefined) rawJson.read(cursor);
          else found.set(member, decoder.read(cursor));
        },
        (member) => {
          if (found.has(member)) throw cursor.type(`duplicate field \`${member}\``);
        },
      );
      for (const [member, decoder] of Object.entries(fields)) {
        if (found.has(member)) continue;
        if (decoder.absent === undefined) throw cursor.type(`missing field \`${member}\``);
        found.set(member, decoder.absent.value);
      }
      return Object.fromEntries(found) as Decoded<D>;
    },
  };
}

function readAny(cursor: BodyCursor): Json {
  switch (cursor.peek()) {
    case "":
      throw cursor.endOf("a value");
    case '"':
      return readString(cursor);
    case "{": {
      const members: [string, Json][] = [];
      readMembers(cursor, (name) => members.push([name, readAny(cursor)]));
      return Object.fromEntries(members);
    }
    case "[": {
      const items: Json[] = [];
      readItems(cursor, () => items.push(readAny(cursor)));
      return items;
    }
    case "t":
      readWord(cursor, "true");
      return true;
    case "f":
      readWord(cursor, "false");
      return false;
    case "n":
      readWord(cursor, "null");
      return null;
    default:
      if (/[-0-9]/.test(cursor.text.charAt(cursor.at))) return readFloat(cursor);
      throw cursor.syntax("expected value");
  }
}

/** Says what stands there instead. A list or an object is not read for it, a scalar is. */
function mismatch(cursor: BodyCursor, expected: string): never {
  const next = cursor.peek();
  if (next === "{") throw unexpected(cursor, "map", expected);
  if (next === "[") throw unexpected(cursor, "sequence", expected);
  if (/[-0-9]/.test(next)) throw unexpected(cursor, describeNumber(readNumberText(cursor)), expected);
  const value = readAny(cursor);
  if (typeof value === "string") throw unexpected(cursor, `string ${JSON.stringify(value)}`, expected);
  throw unexpected(cursor, value === null ? "null" : `boolean \`${value === true}\``, expected);
}

function unexpected(cursor: BodyCursor, found: string, expected: string): Refusal {
  return cursor.type(`invalid type: ${found}, expected ${expected}`);
}

function describeNumber(digits: string): string {
  if (/^-?[0-9]+$/.test(digits)) return `integer \`${digits}\``;
  const value = Number(digits);
  return `floating point \`${Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : value}\``;
}
