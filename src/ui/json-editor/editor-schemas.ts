import { jsonDefaults } from "./monaco.ts";

const schemas = new Map<string, unknown>();

/** Gives the text at a model's address a schema, or takes it away. Monaco keeps all schemas in one list. */
export function setEditorSchema(modelUri: string, schema: unknown): void {
  if (schema === undefined) schemas.delete(modelUri);
  else schemas.set(modelUri, schema);
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    trailingCommas: "error",
    schemaValidation: "warning",
    schemaRequest: "ignore",
    enableSchemaRequest: false,
    schemas: [...schemas].map(([uri, one]) => ({ uri: `${uri}.schema`, fileMatch: [uri], schema: one })),
  });
}
