/** What a schema declares of a table, as far as the store is concerned. Field paths are dotted. */
export interface DeclaredTable {
  readonly name: string;
  readonly indexes: readonly { readonly name: string; readonly fields: readonly string[] }[];
}
