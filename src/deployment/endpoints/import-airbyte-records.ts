import { anyJson, list, optional, rawJson, record, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { emptyReply } from "#deployment/http/reply.ts";
import { convertRecord, convertStreams } from "#deployment/import/convert-records.ts";
import { requireImport } from "#deployment/import/require-import.ts";
import { writeRecords } from "#deployment/import/write-records.ts";
import { loadTransliteration } from "#values/transliterate.ts";

const body = struct("AirbyteImportArgs", {
  tables: record(struct("AirbyteStream", { primaryKey: optional(list(list(text))), jsonSchema: rawJson })),
  messages: list(struct("AirbyteRecordMessage", { tableName: text, data: anyJson })),
});

/** HTTP API: import_airbyte_records. Adds records, or with a primary key replaces and deletes them. */
export const importAirbyteRecords: Endpoint = {
  path: "/api/streaming_import/import_airbyte_records",
  methods: {
    async POST(request, context) {
      const caller = await context.caller(request);
      const { tables, messages } = await readBody(request, body, bodyLimits.importRecords);
      requireImport(caller, "import_airbyte_records");
      await loadTransliteration();
      const streams = convertStreams(tables);
      const records = messages.map((message) => convertRecord(message, streams));
      writeRecords(records, context.store);
      return emptyReply();
    },
  },
};
