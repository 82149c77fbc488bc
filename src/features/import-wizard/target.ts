import { isTableName } from "#values/identifier.ts";
import type { Mapping } from "#reading/mapping.ts";
import type { ImportMode } from "./sending/import-plan.ts";

/** Where the records go. `key` names fields in the order in which they were chosen. */
export interface Target {
  readonly table: string;
  readonly mode: ImportMode;
  readonly key: readonly string[];
}

// The deployment's limit for an index.
const mostKeyFields = 16;

/** Why a text may not be the name of a table to import into, or undefined. Nothing typed is no problem yet. */
export function tableProblem(table: string): string | undefined {
  if (table === "" || isTableName(table)) return undefined;
  return "A table's name has letters, digits and _ only, a letter first, at most 64.";
}

/** The fields that a key may have: those that are stored, by their stored names. */
export function keyFields(mapping: Mapping): readonly { readonly field: string; readonly usable: boolean }[] {
  return mapping
    .filter(({ kind }) => kind !== "leave-out")
    .map(({ field }) => ({ field, usable: isTableName(field) }));
}

/** What the target still lacks before it can be reviewed, as a sentence, or undefined. */
export function targetProblem(target: Target, mapping: Mapping): string | undefined {
  if (target.table === "") return "Choose a table, or type the name of a new one.";
  const problem = tableProblem(target.table);
  if (problem !== undefined) return problem;
  if (target.mode !== "replace-by-key") return undefined;
  const usable = new Set(keyFields(mapping).flatMap(({ field, usable: may }) => (may ? [field] : [])));
  if (target.key.length === 0) return "Choose the field or fields that make up the key.";
  if (target.key.length > mostKeyFields) return "A key has at most 16 fields.";
  return target.key.every((field) => usable.has(field))
    ? undefined
    : "A field of the key is no longer stored.";
}
