import { findJsonFault } from "./json-fault.ts";

/** A JSON value in memory. Integers beyond ±(2^53 - 1) are bigints, every other number is a double. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** Text that is not JSON. `position` counts UTF-16 units from 0; `line` and `column` count from 1. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly position: number;
  readonly line: number;
  readonly column: number;

  constructor(reason: string, position: number, line: number, column: number) {
    super(`${reason} at line ${line} column ${column}`);
    this.position = position;
    this.line = line;
    this.column = column;
  }
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const dot = 0x2e;
const colon = 0x3a;

// A shorter literal is at most 999 999 999 999 999, which a double holds exactly.
const shortestUnsafe = 16;
const integerLiteral = /^-?[1-9][0-9]*$/;
const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** An unsafe integer, and where its literal stands in the text. */
interface Unsafe {
  readonly start: number;
  readonly end: number;
  readonly value: bigint;
}

/**
 * Reads JSON text without losing a digit: what `JSON.parse` accepts is accepted, except numbers beyond the
 * range of a double, which it would turn into infinities.
 *
 * @throws {JsonError} with the place of the first fault
 */
export function parseJson(text: string): Json {
  const unsafe = findUnsafeIntegers(text);
  if (unsafe.length === 0) return parseNatively(text, text);
  const mark = unusedMark(text);
  const marked = parseNatively(withMarks(text, unsafe, mark), text);
  return putBack(marked, mark, unsafe);
}

function parseNatively(text: string, original: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const fault = findJsonFault(original);
    // Native parsing can fail for want of memory too, with text that has no fault.
    if (fault === undefined) throw error;
    throw errorAt(original, fault.reason, fault.position);
  }
}

function errorAt(text: string, reason: string, position: number): JsonError {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return new JsonError(reason, position, line, position - lineStart + 1);
}

function findUnsafeIntegers(text: string): Unsafe[] {
  const found: Unsafe[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = afterString(text, at);
    } else if (code === minus || isDigit(code)) {
      const start = at;
      let isWhole = true;
      at += 1;
      for (; at < length; at++) {
        const next = text.charCodeAt(at);
        if (isDigit(next)) continue;
        if (next !== dot && next !== 0x65 && next !== 0x45 && next !== 0x2b && next !== minus) break;
        isWhole = false;
      }
      if (!isWhole) refuseInfinite(text, start, at);
      else if (at - start >= shortestUnsafe) addUnsafe(found, text, start, at);
    } else {
      at += 1;
    }
  }
  return found;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Where the string that opens at `start` has ended, or the end of the text when it never does. */
function afterString(text: string, start: number): number {
  const length = text.length;
  for (let at = start + 1; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at += 1;
  }
  return length;
}

function refuseInfinite(text: string, start: number, end: number): void {
  // Only an exponent of three digits, or hundreds of digits, leads out of range.
  if (end - start < 5) return;
  const value = Number(text.slice(start, end));
  if (value === Infinity || value === -Infinity) {
    const fault = findJsonFault(text) ?? { reason: "Number out of range", position: start };
    throw errorAt(text, fault.reason, fault.position);
  }
}

function addUnsafe(found: Unsafe[], text: string, start: number, end: number): void {
  const literal = text.slice(start, end);
  // Anything else that looks like a number is left in place for the native parser to refuse.
  if (!integerLiteral.test(literal)) return;
  const value = BigInt(literal);
  if (value >= -largestSafe && value <= largestSafe) return;
  // A number where a key belongs must stay a number, or the marks would make it one.
  if (nextCode(text, end) === colon) return;
  found.push({ start, end, value });
}

function nextCode(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at);
}

// Each candidate's code point in hexadecimal has digits only, so an escape of it has one spelling.
const markCandidates = ["@", "!", "#", "%", "&", "'", "(", ")", "0", "A", "a"];

/** A prefix with which no string in the text begins, however it is escaped. */
function unusedMark(text: string): string {
  for (const candidate of markCandidates) {
    const escaped = `\\u${candidate.charCodeAt(0).toString(16).padStart(4, "0")}`;
    if (text.includes(escaped)) continue;
    for (let repeat = 1; repeat <= 64; repeat++) {
      const mark = candidate.repeat(repeat);
      if (!text.includes(`"${mark}`)) return mark;
    }
  }
  // Only a text made for it spells every candidate; a long one is then surely not in it.
  let mark = "~";
  while (text.includes(mark)) mark += "~";
  return mark;
}

function withMarks(text: string, unsafe: readonly Unsafe[], mark: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < unsafe.length; index++) {
    const { start, end } = unsafe[index] as Unsafe;
    parts.push(text.slice(from, start), `"${mark}${index}"`);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

type Writable = Json[] | { [key: string]: Json };

function putBack(root: Json, mark: string, unsafe: readonly Unsafe[]): Json {
  const marked = (value: Json): bigint | undefined =>
    typeof value === "string" && value.startsWith(mark)
      ? unsafe[Number(value.slice(mark.length))]?.value
      : undefined;
  const single = marked(root);
  if (single !== undefined) return single;
  // A list of what is left to visit, because the call stack is no match for deep nesting.
  const pending: Writable[] = [];
  if (isContainer(root)) pending.push(root);
  for (let container = pending.pop(); container !== undefined; container = pending.pop()) {
    if (Array.isArray(container)) {
      for (let index = 0; index < container.length; index++) {
        const value = container[index] as Json;
        if (isContainer(value)) pending.push(value);
        else container[index] = marked(value) ?? value;
      }
    } else {
      for (const key of Object.keys(container)) {
        const value = container[key] as Json;
        if (isContainer(value)) pending.push(value);
        else {
          const whole = marked(value);
          if (whole !== undefined) container[key] = whole;
        }
      }
    }
  }
  return root;
}

function isContainer(value: Json): value is Writable {
  return typeof value === "object" && value !== null;
}

/**
 * Writes a value as JSON text: bigints as digits, -0 as `-0`, a lone surrogate as its escape.
 *
 * @param indent spaces per level; 0 for one line
 * @throws {TypeError} on NaN and the infinities, which JSON cannot hold
 */
export function printJson(value: Json, indent = 0): string {
  return printValue(value, indent === 0 ? "" : " ".repeat(indent), indent === 0 ? "" : "\n");
}

const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

function printString(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function printScalar(value: Exclude<Json, readonly Json[] | JsonObject>): string {
  if (typeof value === "string") return printString(value);
  if (typeof value !== "number") return String(value);
  if (Object.is(value, -0)) return "-0";
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  return String(value);
}

function printValue(value: Json, step: string, newLine: string): string {
  if (typeof value !== "object" || value === null) return printScalar(value);
  const inner = newLine + step;
  let text = "";
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    for (const item of list) text += (text === "" ? inner : `,${inner}`) + printValue(item, step, inner);
    return list.length === 0 ? "[]" : `[${text}${newLine}]`;
  }
  const object = value as JsonObject;
  const afterKey = step === "" ? ":" : ": ";
  let isEmpty = true;
  for (const key of Object.keys(object)) {
    const member = object[key];
    if (member === undefined) continue;
    text += (isEmpty ? inner : `,${inner}`) + printString(key) + afterKey + printValue(member, step, inner);
    isEmpty = false;
  }
  return isEmpty ? "{}" : `{${text}${newLine}}`;
}
