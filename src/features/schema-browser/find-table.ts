/** The table that a URL names; without a component the app's own. */
export function findTable<Table extends { readonly name: string; readonly component: string }>(
  tables: readonly Table[],
  wanted: { readonly table?: string | undefined; readonly component?: string | undefined },
): Table | undefined {
  return tables.find(
    ({ name, component }) => name === wanted.table && component === (wanted.component ?? ""),
  );
}

/** The table that a refusal of the deployment is about: `The table "t" does not have a schema, …`. */
export function blamedTable(message: string): string | undefined {
  return /\btable "([^"]+)"/.exec(message)?.[1];
}
