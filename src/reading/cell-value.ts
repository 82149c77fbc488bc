import { isObject, JsonError, parseJson, type Json } from "#values/json.ts";
import type { ColumnKind } from "./column-kind.ts";
import { spokenNumber } from "./number-cell.ts";

/** The value of a cell as a column of this kind stores it, or undefined when the cell does not fit. */
export function cellValue(cell: string, kind: ColumnKind): Json | undefined {
  switch (kind) {
    case "number":
      return spokenNumber(cell);
    case "boolean":
      return booleanCell(cell);
    case "json":
      return jsonCell(cell);
    default:
      return cell;
  }
}

/** `true` and `false` in any case. `yes`, `1` and the like are not guessed at. */
export function booleanCell(cell: string): boolean | undefined {
  if (cell.length < 4 || cell.length > 5) return undefined;
  const word = cell.toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** An array or object spelt as JSON in a cell; scalars are what the other kinds are for. */
export function jsonCell(cell: string): Json | undefined {
  if (!/^\s*[[{]/.test(cell)) return undefined;
  try {
    const value = parseJson(cell);
    return Array.isArray(value) || isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}
