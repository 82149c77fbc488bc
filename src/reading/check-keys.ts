import { isObject, printJson, type Json, type JsonObject } from "#values/json.ts";
import { type Sightings, Tally } from "./column-profile.ts";

/**
 * What stands against replacing by key: records without a field of the key, records in which one is null (a null
 * is a key to the deployment, so they would collapse into one document), and keys that occur again. The examples
 * of `again` name the line where the key was first.
 */
export interface KeyReport {
  readonly missing: Sightings;
  readonly nulls: Sightings;
  readonly again: Sightings;
}

/** Follows the keys of all records, by the fields as they are stored. Its memory grows with the number of keys. */
export class KeyChecker {
  readonly #fields: readonly string[];
  readonly #lines = new Map<string, number>();
  readonly #missing = new Tally();
  readonly #nulls = new Tally();
  readonly #again = new Tally();

  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  add(line: number, record: JsonObject): void {
    const missing = this.#fields.find((field) => !Object.hasOwn(record, field));
    if (missing !== undefined) return this.#missing.add(line, `no ${missing}`);
    const nothing = this.#fields.find((field) => record[field] === null);
    if (nothing !== undefined) return this.#nulls.add(line, `${nothing} is null`);
    const key = this.#fields.map((field) => printJson(sorted(record[field]!))).join(", ");
    const first = this.#lines.get(key);
    if (first === undefined) this.#lines.set(key, line);
    else this.#again.add(line, `${key}, first in line ${first}`);
  }

  report(): KeyReport {
    return { missing: this.#missing.seen(), nulls: this.#nulls.seen(), again: this.#again.seen() };
  }
}

/** Objects with their fields in one order, because the deployment compares them so. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name]!)]));
}
