import { findJsonFault, type JsonFault } from "./json-fault.ts";
import { JsonMarker, withSpellings } from "./json-marker.ts";
import { markCharacter, markEscape } from "./json-marks.ts";
import { findUnsafeIntegers, guessUnsafeIntegers, type UnsafeInteger } from "./unsafe-integers.ts";

/** A JSON value in memory. Integers beyond ±(2^53 - 1) are bigints, every other number is a double. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** Text that is not JSON. `position` counts UTF-16 units from 0; `line` and `column` count from 1. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly position: number;
  readonly line: number;
  readonly column: number;

  constructor(text: string, { reason, position }: JsonFault) {
    let line = 1;
    let lineStart = 0;
    for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
    const column = position - lineStart + 1;
    super(`${reason} at line ${line} column ${column}`);
    this.position = position;
    this.line = line;
    this.column = column;
  }
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/**
 * Reads JSON text without losing a digit: what `JSON.parse` accepts is accepted, except numbers beyond the
 * range of a double, which it would turn into infinities.
 *
 * @throws {JsonError} with the place of the first fault
 */
export function parseJson(text: string): Json {
  const guessed = guessUnsafeIntegers(text);
  if (guessed.length === 0) return withIntegers(parseNatively(text, text), guessed, markCharacter, text);
  if (!text.includes(markEscape)) {
    // A wrong guess lies inside a string, where the mark's quote ends the string and its backslash is no JSON.
    const marked = parsed(withMarks(text, guessed, markEscape));
    if (marked !== undefined) return withIntegers(marked, guessed, markCharacter, text);
  }
  const unsafe = findUnsafeIntegers(text);
  let depth = 1;
  while (text.includes(`"${markEscape.repeat(depth)}`)) depth += 1;
  const marked = parseNatively(withMarks(text, unsafe, markEscape.repeat(depth)), text);
  return withIntegers(marked, unsafe, markCharacter.repeat(depth), text);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function parseNatively(text: string, original: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const fault = findJsonFault(original);
    // Native parsing can fail for want of memory too, with text that has no fault.
    if (fault === undefined) throw error;
    throw new JsonError(original, fault);
  }
}

function withMarks(text: string, unsafe: readonly UnsafeInteger[], mark: string): string {
  let marked = "";
  let from = 0;
  for (let index = 0; index < unsafe.length; index++) {
    const { start, end } = unsafe[index] as UnsafeInteger;
    marked += `${text.slice(from, start)}"${mark}${index}"`;
    from = end;
  }
  return marked + text.slice(from);
}

type Writable = Json[] | { [key: string]: Json };

/** Puts the integers in the place of their marks, within the tree that native parsing has just made. */
function withIntegers(root: Json, unsafe: readonly UnsafeInteger[], mark: string, text: string): Json {
  const replaced = (value: Json): Json => {
    if (typeof value === "string") {
      if (value.charCodeAt(0) !== 0 || !value.startsWith(mark)) return value;
      return unsafe[Number(value.slice(mark.length))]?.value ?? value;
    }
    if (value === Infinity || value === -Infinity) {
      throw new JsonError(text, findJsonFault(text) ?? { reason: "Number out of range", position: 0 });
    }
    return value;
  };
  if (!isWritable(root)) return replaced(root);
  // A list of what is left to visit, because the call stack is no match for deep nesting.
  const pending: Writable[] = [root];
  for (let container = pending.pop(); container !== undefined; container = pending.pop()) {
    if (Array.isArray(container)) {
      for (let index = 0; index < container.length; index++) {
        const value = container[index] as Json;
        if (isWritable(value)) pending.push(value);
        else {
          const exact = replaced(value);
          if (exact !== value) container[index] = exact;
        }
      }
    } else {
      for (const key in container) {
        const value = container[key] as Json;
        if (isWritable(value)) pending.push(value);
        else {
          const exact = replaced(value);
          if (exact !== value) container[key] = exact;
        }
      }
    }
  }
  return root;
}

function isWritable(value: Json): value is Writable {
  return typeof value === "object" && value !== null;
}

/**
 * Writes a value as JSON text: bigints as digits, -0 as `-0`, a lone surrogate as its escape.
 *
 * @param indent spaces per level, at most 10; 0 for one line
 * @throws {TypeError} on NaN and the infinities, which JSON cannot hold
 */
export function printJson(value: Json, indent = 0): string {
  const marker = new JsonMarker();
  let marked = marker.replace(value);
  if (marker.needsDeeperMark) {
    marker.deepen(value);
    marked = marker.replace(value);
  }
  const text = JSON.stringify(marked, undefined, indent);
  return marker.spellings.length === 0 ? text : withSpellings(text, marker);
}
