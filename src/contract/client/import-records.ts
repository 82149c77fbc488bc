import type { Client } from "#api/client.ts";
import { printJson, type Json } from "#values/json.ts";

/** Puts records into a table by the client's own import; much faster than the whole sample. */
export async function importRecords(client: Client, table: string, records: readonly Json[]): Promise<void> {
  const result = await client.importAirbyteRecords({
    body: printJson({
      tables: { [table]: { primaryKey: null, jsonSchema: {} } },
      messages: records.map((data) => ({ tableName: table, data })),
    }),
    records: records.length,
  });
  if (result.kind !== "written") throw new Error(`The records were not written: ${result.kind}`);
}
