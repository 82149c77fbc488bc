/** Which tables to read: a table alone is one of the app itself, nothing at all is everything. */
export interface TableSelection {
  readonly tableName?: string | undefined;
  /** Path of a component; `""` or absent with a table: the app itself. */
  readonly component?: string | undefined;
}

/** Older deployments ignore `tableName` and send everything, so what comes is looked at again. */
export function isOfTable(
  row: { readonly table: string; readonly component: string },
  selection: TableSelection,
): boolean {
  // A deletion of an older server does not name its table; leaving it out would keep a deleted document alive.
  if (row.table === "") return true;
  if (selection.tableName === undefined) {
    return selection.component === undefined || row.component === selection.component;
  }
  return row.table === selection.tableName && row.component === (selection.component ?? "");
}
