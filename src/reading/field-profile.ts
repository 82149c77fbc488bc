import { isObject, printJson, type Json, type JsonObject } from "#values/json.ts";
import { isTableName } from "#values/identifier.ts";
import { type Example, type Sightings, Tally } from "./column-profile.ts";

export const valueKinds = ["text", "number", "boolean", "null", "array", "object"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What the whole file says about a field at the top level of JSON records. */
export interface FieldProfile {
  readonly name: string;
  readonly present: number;
  readonly first: Example | undefined;
  readonly kinds: Readonly<Record<ValueKind, number>>;
  /** Integers beyond 2^53, at any depth: they are stored as text. */
  readonly largeIntegers: Sightings;
  /** Names inside the field that are no identifiers. */
  readonly oddNames: Sightings;
}

/** Gathers the profile of one field, value by value. */
export class FieldProfiler {
  readonly #name: string;
  #present = 0;
  #first: Example | undefined;
  readonly #kinds: Record<ValueKind, number> = {
    text: 0,
    number: 0,
    boolean: 0,
    null: 0,
    array: 0,
    object: 0,
  };
  readonly #largeIntegers = new Tally();
  readonly #oddNames = new Tally();

  constructor(name: string) {
    this.#name = name;
  }

  add(value: Json, line: number): void {
    this.#present++;
    this.#kinds[kindOf(value)]++;
    this.#first ??= { line, text: beginning(value) };
    this.#lookInside(value, line);
  }

  profile(): FieldProfile {
    return {
      name: this.#name,
      present: this.#present,
      first: this.#first,
      kinds: this.#kinds,
      largeIntegers: this.#largeIntegers.seen(),
      oddNames: this.#oddNames.seen(),
    };
  }

  #lookInside(value: Json, line: number): void {
    if (typeof value === "bigint") this.#largeIntegers.add(line, String(value));
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) this.#lookInside(item, line);
      return;
    }
    for (const [name, member] of Object.entries(value as JsonObject)) {
      if (!isTableName(name)) this.#oddNames.add(line, name);
      this.#lookInside(member, line);
    }
  }
}

function kindOf(value: Json): ValueKind {
  if (value === null) return "null";
  if (isObject(value)) return "object";
  if (Array.isArray(value)) return "array";
  return typeof value === "string" ? "text" : typeof value === "boolean" ? "boolean" : "number";
}

function beginning(value: Json): string {
  const text = printJson(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
