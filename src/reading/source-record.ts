import type { JsonObject } from "#values/json.ts";

/**
 * What a file gives, in its order. `line` is the 1-based line on which the thing begins.
 * - header: the names of a table's columns, "" where there is none; always first, and only in tables.
 * - row: its cells; undefined is an empty cell, "" a quoted empty one; fewer cells than names are missing ones.
 * - object: a JSON record; `twice`: a name stands twice in one of its objects, and the later counted.
 * - bad: a record that cannot be read; `reason` is a sentence, `source` its beginning as the file spells it.
 */
export type SourceRecord =
  | { readonly kind: "header"; readonly line: number; readonly names: readonly string[] }
  | {
      readonly kind: "row";
      readonly line: number;
      readonly cells: readonly (string | undefined)[];
      readonly stray: boolean;
    }
  | { readonly kind: "object"; readonly line: number; readonly data: JsonObject; readonly twice: boolean }
  | { readonly kind: "bad"; readonly line: number; readonly reason: string; readonly source: string };

export type DataRecord = Exclude<SourceRecord, { kind: "header" }>;
