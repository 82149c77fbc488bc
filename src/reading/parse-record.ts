import { isObject, JsonError, parseJson, type Json } from "#values/json.ts";
import type { DataRecord } from "./source-record.ts";

// Deeper than any document may be, and far from where a recursive walk would overflow.
const deepestParsed = 512;

/** One JSON text as a record. `colons`, where known, is how many names the text spells. */
export function parseRecord(line: number, text: string, depth: number, colons: number): DataRecord {
  const source = text.slice(0, 200);
  if (depth > deepestParsed)
    return {
      kind: "bad",
      line,
      reason: `Brackets are nested ${depth} levels deep; at most 16 are stored.`,
      source,
    };
  let data: Json;
  try {
    data = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return {
      kind: "bad",
      line: line + error.line - 1,
      reason: `Not valid JSON: ${reasonOf(error)}.`,
      source,
    };
  }
  if (!isObject(data))
    return { kind: "bad", line, reason: `A record is a JSON object; this is ${nameOf(data)}.`, source };
  return { kind: "object", line, data, twice: names(data) !== colons };
}

/** The error without its line, which counts from the record and not from the file. */
function reasonOf(error: JsonError): string {
  return error.message.replace(/ at line \d+ column (\d+)$/, ", column $1");
}

function nameOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "string" ? "a text" : typeof value === "boolean" ? "a boolean" : "a number";
}

function names(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce<number>((sum, item) => sum + names(item), 0);
  const members = Object.values(value as { readonly [key: string]: Json });
  return members.reduce<number>((sum, member) => sum + names(member), members.length);
}
