import { isIdentifier, isFieldName } from "#values/identifier.ts";
import { isObject, type Json } from "#values/json.ts";

/** Which documents an export is about, and which of their fields; `undefined` for a table that is left out. */
export interface Selection {
  /** The test a top-level field name must pass, or "all". */
  columns(component: string, table: string): ColumnFilter | undefined;
}

export type ColumnFilter = "all" | ((field: string) => boolean);

/** A selection with a name that is none, or one that leaves out `_id`. */
export class SelectionError extends Error {}

const everything: Selection = { columns: () => "all" };

interface Selector {
  readonly tableName?: Json | undefined;
  /** Another spelling of the same; both at once are unusable. */
  readonly table_name?: Json | undefined;
  readonly component?: Json | undefined;
  readonly selection?: Json | undefined;
}

/**
 * The selection of a list_snapshot or document_deltas call. A selector of the wrong shape selects everything, without
 * a word; a name of the wrong form throws SelectionError.
 */
export function selectionOf(selector: Selector): Selection {
  const { component, selection } = selector;
  if (selector.tableName !== undefined && selector.table_name !== undefined) return everything;
  const tableName = selector.tableName ?? selector.table_name;
  if (selection !== undefined) return parseSelection(selection) ?? everything;
  const usable = (value: Json | undefined) => value === undefined || typeof value === "string";
  if (!usable(tableName) || !usable(component)) return everything;
  if (typeof tableName === "string") {
    if (!isIdentifier(tableName)) throw new SelectionError(`${tableName} is no table name`);
    const wanted = typeof component === "string" ? component : "";
    return {
      columns: (its, table) => (its === wanted && table === tableName ? "all" : undefined),
    };
  }
  if (typeof component !== "string") return everything;
  return { columns: (its) => (its === component ? "all" : undefined) };
}

type Choice = "included" | "excluded";
type Columns = Choice | { readonly names: ReadonlyMap<string, Choice>; readonly others: Choice };
interface Level<T> {
  readonly names: ReadonlyMap<string, T>;
  readonly others: Choice;
}

/** The nested form: components, their tables, their columns. Undefined when it is not of that form. */
export function parseSelection(json: Json): Selection | undefined {
  const components = parseLevel<"excluded" | Level<Columns>>(json, (tables) =>
    choiceOf(tables) === "excluded" ? "excluded" : parseLevel<Columns>(tables, parseColumns),
  );
  if (components === undefined) return undefined;
  for (const tables of components.names.values()) {
    if (tables === "excluded") continue;
    for (const [table, columns] of tables.names) checkNames(table, columns);
  }
  return {
    columns(component, table) {
      const tables = components.names.get(component) ?? components.others;
      if (tables === "excluded") return undefined;
      if (tables === "included") return "all";
      const columns = tables.names.get(table) ?? tables.others;
      if (columns === "excluded") return undefined;
      if (columns === "included") return "all";
      return (field) => (columns.names.get(field) ?? columns.others) === "included";
    },
  };
}

function parseColumns(json: Json): Columns | undefined {
  if (choiceOf(json) === "excluded") return "excluded";
  return parseLevel<Choice>(json, choiceOf);
}

function parseLevel<T>(json: Json, parse: (member: Json) => T | undefined): Level<T> | undefined {
  if (!isObject(json)) return undefined;
  const others = choiceOf(json["_other"] ?? null);
  if (others === undefined) return undefined;
  const names = new Map<string, T>();
  for (const [name, member] of Object.entries(json)) {
    if (name === "_other") continue;
    const parsed = parse(member);
    if (parsed === undefined) return undefined;
    names.set(name, parsed);
  }
  return { names, others };
}

function choiceOf(json: Json): Choice | undefined {
  if (json === "included" || json === "incl") return "included";
  return json === "excluded" || json === "excl" ? "excluded" : undefined;
}

function checkNames(table: string, columns: Columns): void {
  if (!isIdentifier(table)) throw new SelectionError(`${table} is no table name`);
  if (typeof columns === "string") return;
  for (const column of columns.names.keys()) {
    if (!isFieldName(column)) throw new SelectionError(`${column} is no field name`);
  }
  if ((columns.names.get("_id") ?? columns.others) === "excluded") {
    throw new SelectionError("a selection cannot leave out _id");
  }
}
