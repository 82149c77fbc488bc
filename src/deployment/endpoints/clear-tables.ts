import { list, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { emptyReply } from "#deployment/http/reply.ts";
import { requireImport } from "#deployment/import/require-import.ts";
import { storedTableName } from "#values/identifier.ts";
import { loadTransliteration } from "#values/transliterate.ts";

const body = struct("ClearTableArgs", { tableNames: list(text) });

/** HTTP API: clear_tables. Swaps tables for empty ones, all at once; unknown ones are made. */
export const clearTables: Endpoint = {
  path: "/api/streaming_import/clear_tables",
  methods: {
    async PUT(request, context) {
      const caller = await context.caller(request);
      const { tableNames } = await readBody(request, body, bodyLimits.others);
      requireImport(caller, "clear_tables");
      await loadTransliteration();
      context.store.clearTables(tableNames.map(storedTableName));
      return emptyReply();
    },
  },
};
