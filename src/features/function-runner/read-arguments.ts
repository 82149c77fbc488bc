import { decodeValue, encodeValue, maxNesting, ValueError } from "#values/convex-value.ts";
import { isObject, JsonError, parseJson, printJson, type Json } from "#values/json.ts";
import type { Shape } from "#values/shape.ts";
import { jsonPlaces, printJsonPath, type JsonPath, type JsonPlace } from "./json-places.ts";
import { misfits } from "./misfits.ts";

/** Something that the deployment will not take as it stands, or will take for something else. */
export interface ArgumentNote {
  /** Lines and columns count from 1; the end is not included. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** `attachments[0].name`; empty for the whole. */
  readonly path: string;
  readonly sentence: string;
  /** The validator does not take it; an editor that knows the validator marks that by itself. */
  readonly byValidator: boolean;
  /** The text with this put right. */
  readonly mend?: { readonly label: string; readonly text: string };
}

/** Arguments as typed. Only text that is no JSON cannot be sent; what is noted is sent as it is. */
export type ArgumentsDraft =
  | { readonly kind: "read"; readonly args: Json; readonly notes: readonly ArgumentNote[] }
  | { readonly kind: "broken"; readonly line: number; readonly column: number; readonly sentence: string };

// Noting the place of every value of a longer text would be felt while typing.
const longestNoted = 200_000;
const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/**
 * Reads the text of the arguments exactly. No text at all stands for no arguments.
 *
 * @param shape what the function's validator accepts; undefined when it is not known
 */
export function readArguments(text: string, shape: Shape | undefined): ArgumentsDraft {
  if (text.trim() === "") return readArguments("{}", shape);
  let args: Json;
  try {
    args = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { line, column, message } = error;
    return { kind: "broken", line, column, sentence: message.replace(/ at line \d+ column \d+$/, "") };
  }
  return { kind: "read", args, notes: text.length > longestNoted ? [] : notesOn(text, args, shape) };
}

function notesOn(text: string, args: Json, shape: Shape | undefined): readonly ArgumentNote[] {
  const places = new Map(jsonPlaces(text).map((place) => [printJsonPath(place.path), place]));
  const note: Note = (path, sentence, instead, byValidator = false) => {
    const place = placeOf(places, path);
    const start = positionOf(text, place.keyStart);
    const end = positionOf(text, place.end);
    const span = { ...start, endLine: end.line, endColumn: end.column };
    const noted = { ...span, path: printJsonPath(path), sentence, byValidator };
    if (instead === undefined) return noted;
    const mended = text.slice(0, place.start) + printJson(instead.value) + text.slice(place.end);
    return { ...noted, mend: { label: instead.label, text: mended } };
  };
  return [
    ...repeatedKeys(text, note),
    ...unsafeNumbers(args, [], note),
    ...loneSurrogates(args, [], note),
    ...refusedValues(args, shape, note),
  ].toSorted((a, b) => a.line - b.line);
}

type Note = (
  path: JsonPath,
  sentence: string,
  instead?: { readonly label: string; readonly value: Json },
  byValidator?: boolean,
) => ArgumentNote;

function placeOf(places: ReadonlyMap<string, JsonPlace>, path: JsonPath): JsonPlace {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(printJsonPath(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { path, start: 0, end: 0, keyStart: 0, isRepeated: false };
}

function positionOf(text: string, position: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, position).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function repeatedKeys(text: string, note: Note): readonly ArgumentNote[] {
  return jsonPlaces(text)
    .filter((place) => place.isRepeated)
    .map((place) => note(place.path, "This key is there twice; the last one counts."));
}

// A JSON number is always read as a float, so an integer beyond 2^53 would arrive as its neighbour without a word.
function unsafeNumbers(json: Json, path: JsonPath, note: Note): readonly ArgumentNote[] {
  if (typeof json === "bigint") {
    const read = BigInt(Number(json));
    if (read === json) return [];
    const sentence = `The deployment would read ${read}: a plain number keeps 53 bits.`;
    const fits = json >= int64.least && json <= int64.most;
    return [
      fits
        ? note(path, sentence, { label: "Send it as int64", value: encodeValue(json, "encoded") })
        : note(path, sentence),
    ];
  }
  return children(json, path).flatMap(([step, value]) => unsafeNumbers(value, [...path, step], note));
}

const halfCharacter = /\p{Surrogate}/u;

function loneSurrogates(json: Json, path: JsonPath, note: Note): readonly ArgumentNote[] {
  const sentence = "Half of a character (a lone surrogate); the deployment refuses the whole request for it.";
  if (typeof json === "string") return halfCharacter.test(json) ? [note(path, sentence)] : [];
  return children(json, path).flatMap(([step, value]) => [
    ...(typeof step === "string" && halfCharacter.test(step) ? [note([...path, step], sentence)] : []),
    ...loneSurrogates(value, [...path, step], note),
  ]);
}

function children(json: Json, path: JsonPath): readonly (readonly [string | number, Json])[] {
  // What is deeper is refused as a whole, with one note.
  if (typeof json !== "object" || json === null || path.length >= maxNesting) return [];
  return isObject(json) ? Object.entries(json) : json.map((item, index) => [index, item] as const);
}

function refusedValues(args: Json, shape: Shape | undefined, note: Note): readonly ArgumentNote[] {
  try {
    const value = decodeValue(args);
    if (!isObject(args)) return [note([], notAnObject(args))];
    return misfits(shape ?? { kind: "any" }, value).map(({ path, sentence, instead }) => {
      if (instead === undefined) return note(path, sentence, undefined, true);
      const int64 = { label: "Send it as int64", value: encodeValue(instead, "encoded") };
      return note(path, sentence, int64, true);
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return [note(error.path, `The deployment refuses this: ${error.message}`)];
  }
}

function notAnObject(args: Json): string {
  return Array.isArray(args)
    ? "A list is taken as arguments one after another; a function takes one object."
    : "A function takes one object, not a single value.";
}
