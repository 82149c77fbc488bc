import { NameError } from "#values/identifier.ts";
import { isObject, printJson, type Json, type JsonObject } from "#values/json.ts";
import { storedRecord } from "#values/stored-record.ts";
import { cellValue } from "./cell-value.ts";
import type { ColumnMapping, Mapping } from "./mapping.ts";
import { measureRecord } from "./record-limits.ts";
import type { DataRecord } from "./source-record.ts";

/**
 * What becomes of one record. `data` is what is sent, `stored` the document that it becomes, without `_id` and
 * `_creationTime`; they differ only where the deployment renames fields inside. `size` in bytes as the
 * deployment counts them.
 */
export type Converted =
  | {
      readonly kind: "record";
      readonly line: number;
      readonly data: JsonObject;
      readonly stored: JsonObject;
      readonly size: number;
    }
  | { readonly kind: "refused"; readonly line: number; readonly reason: string; readonly source: string };

/** Names beyond ASCII, inside JSON too, need `loadTransliteration()` first. */
export function convertRecord(record: DataRecord, mapping: Mapping): Converted {
  if (record.kind === "bad")
    return { kind: "refused", line: record.line, reason: record.reason, source: record.source };
  const built =
    record.kind === "row" ? fromRow(record.cells, mapping) : fromObject(record.data, byName(mapping));
  const { line } = record;
  const refused = (reason: string): Converted => ({
    kind: "refused",
    line,
    reason,
    source: sourceOf(record),
  });
  if (typeof built === "string") return refused(built);
  const { size, problem } = measureRecord(built);
  if (problem !== undefined) return refused(problem);
  // Most records hold no name that the deployment would change, and finding that out is quick.
  if (keepsItsNames(built)) return { kind: "record", line, data: built, stored: built, size };
  try {
    const { record: stored } = storedRecord(built);
    // Where two fields of an object get one name the deployment would keep the later and say nothing.
    if (countFields(stored) !== countFields(built))
      return refused("Two fields of one object would be stored under the same name.");
    return { kind: "record", line, data: built, stored, size };
  } catch (error) {
    if (error instanceof NameError)
      return refused("The deployment finds no name under which it could store a field.");
    throw error;
  }
}

const keptName = /^(?![$_])[\x20-\x7e]{0,1024}$/;

/** Whether the deployment keeps every name in a record, at any depth. */
function keepsItsNames(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return (value as readonly Json[]).every(keepsItsNames);
  const object = value as JsonObject;
  return Object.keys(object).every(
    (name) => keptName.test(name) && !name.startsWith("source_ab_cdc") && keepsItsNames(object[name]!),
  );
}

function fromRow(cells: readonly (string | undefined)[], mapping: Mapping): JsonObject | string {
  const data = emptyObject();
  for (let index = 0; index < mapping.length; index++) {
    const { field, kind } = mapping[index]!;
    const cell = cells[index];
    if (cell === undefined || kind === "leave-out") continue;
    const value = cellValue(cell, kind);
    if (value === undefined)
      return `${field} must be ${wanted[kind]}, the cell says ${JSON.stringify(clipped(cell))}.`;
    data[field] = withoutBigIntegers(value);
  }
  return data;
}

const wanted: Readonly<Record<ColumnMapping["kind"], string>> = {
  text: "text",
  number: "a number",
  boolean: "true or false",
  json: "a JSON array or object",
  "as-is": "anything",
  "leave-out": "nothing",
};

const indexes = new WeakMap<Mapping, ReadonlyMap<string, ColumnMapping>>();

function byName(mapping: Mapping): ReadonlyMap<string, ColumnMapping> {
  const known = indexes.get(mapping);
  if (known) return known;
  const index = new Map(mapping.map((column) => [column.name, column]));
  indexes.set(mapping, index);
  return index;
}

function fromObject(source: JsonObject, columns: ReadonlyMap<string, ColumnMapping>): JsonObject {
  const data = emptyObject();
  for (const [name, value] of Object.entries(source)) {
    const column = columns.get(name);
    if (column === undefined || column.kind === "leave-out") continue;
    data[column.field] = column.kind === "text" ? asText(value) : withoutBigIntegers(value);
  }
  return data;
}

/** Integers beyond 2^53 as text: a number of the deployment could not hold their digits. */
function withoutBigIntegers(value: Json): Json {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutBigIntegers);
  const object = emptyObject();
  for (const [name, member] of Object.entries(value as JsonObject)) object[name] = withoutBigIntegers(member);
  return object;
}

function asText(value: Json): Json {
  return value === null || typeof value === "string" ? value : printJson(value);
}

// Without a prototype, so that a field named __proto__ is a field.
function emptyObject(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>;
}

function countFields(value: Json): number {
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce<number>((sum, item) => sum + countFields(item), 0);
  if (!isObject(value)) return 0;
  const members = Object.values(value);
  return members.reduce<number>((sum, member) => sum + countFields(member), members.length);
}

function sourceOf(record: Exclude<DataRecord, { kind: "bad" }>): string {
  return clipped(
    record.kind === "object" ? printJson(record.data) : record.cells.map((cell) => cell ?? "").join(" | "),
  );
}

function clipped(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
