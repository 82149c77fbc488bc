import { parseJson, type Json, type JsonObject } from "#values/json.ts";
import { ProblemError } from "./problem.ts";
import type { Reply } from "./send.ts";

/** Parses an answer's text exactly. Throws ProblemError of kind `unreadable`. */
function readJson(reply: Reply): Json {
  try {
    return parseJson(reply.text);
  } catch {
    const start = reply.text.trimStart().slice(0, 1);
    throw unreadable(reply, start === "<" ? "The answer is a web page." : "The answer is not JSON.");
  }
}

/** Decodes a parsed answer; whatever the decoder throws becomes a problem of kind `unreadable` with its message. */
export function decodeAnswer<Value>(reply: Reply, decode: (json: Json) => Value): Value {
  const json = readJson(reply);
  try {
    return decode(json);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw unreadable(reply, error instanceof Error ? error.message : "The answer has another shape.");
  }
}

/**
 * Writes are acknowledged by an empty body. Anything else came from something in between, which does not know what the
 * deployment did. Throws ProblemError of kind `unreadable`.
 */
export function expectEmpty(reply: Reply): void {
  const text = reply.text.trim();
  if (text !== "" && text !== "null") throw unreadable(reply, "The answer should be empty and is not.");
}

function unreadable(reply: Reply, detail: string): ProblemError {
  return new ProblemError({ kind: "unreadable", status: reply.status, detail, request: reply.request });
}

export function asObject(json: Json | undefined, what: string): JsonObject {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as JsonObject;
  throw new TypeError(`${what} should be an object.`);
}

export function asArray(json: Json | undefined, what: string): readonly Json[] {
  if (Array.isArray(json)) return json;
  throw new TypeError(`${what} should be a list.`);
}

export function asString(json: Json | undefined, what: string): string {
  if (typeof json === "string") return json;
  throw new TypeError(`${what} should be text.`);
}

export function asNumber(json: Json | undefined, what: string): number {
  if (typeof json === "number") return json;
  if (typeof json === "bigint") return Number(json);
  throw new TypeError(`${what} should be a number.`);
}

export function asBoolean(json: Json | undefined, what: string): boolean {
  if (typeof json === "boolean") return json;
  throw new TypeError(`${what} should be true or false.`);
}

/** A 64-bit integer; the parser gives a number where a number is exact and a bigint beyond. */
export function asInteger(json: Json | undefined, what: string): bigint {
  if (typeof json === "bigint") return json;
  if (typeof json === "number" && Number.isSafeInteger(json)) return BigInt(json);
  throw new TypeError(`${what} should be an integer.`);
}
