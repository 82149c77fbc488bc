import type { ValidatorJson } from "#values/validator.ts";

/** What a schema declares of a table. Field paths of indexes are dotted; no `documentType` means any. */
export interface DeclaredTable {
  readonly name: string;
  readonly indexes: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly documentType: ValidatorJson | null;
}

export interface DeclaredSchema {
  readonly tables: readonly DeclaredTable[];
  /** Whether writes are held against it. */
  readonly isEnforced: boolean;
  /** The schema's JSON as it was pushed, for those who ask for it. */
  readonly json: string;
}

/** Reads what `defineSchema(…).export()` gives. */
export function readDeclaredSchema(json: string): DeclaredSchema {
  const schema = JSON.parse(json) as {
    tables: {
      tableName: string;
      indexes: { indexDescriptor: string; fields: string[] }[];
      documentType?: ValidatorJson | null;
    }[];
    schemaValidation?: boolean;
  };
  return {
    tables: schema.tables.map(({ tableName, indexes, documentType }) => ({
      name: tableName,
      indexes: indexes.map(({ indexDescriptor, fields }) => ({ name: indexDescriptor, fields })),
      documentType: documentType ?? null,
    })),
    isEnforced: schema.schemaValidation ?? true,
    json,
  };
}
