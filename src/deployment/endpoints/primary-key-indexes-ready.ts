import { list, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { badRequest } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { requireImport } from "#deployment/import/require-import.ts";
import { primaryKeyIndex } from "#deployment/store/primary-key-index.ts";
import { storedTableName } from "#values/identifier.ts";
import { loadTransliteration } from "#values/transliterate.ts";

const body = struct("PrimaryKeyIndexesReadyArgs", { tables: list(text) });

/** HTTP API: primary_key_indexes_ready. A GET whose arguments are its body, which no browser can send. */
export const primaryKeyIndexesReady: Endpoint = {
  path: "/api/streaming_import/primary_key_indexes_ready",
  methods: {
    async GET(request, context) {
      const caller = await context.caller(request);
      const { tables } = await readBody(request, body, bodyLimits.others);
      requireImport(caller, "primary_key_indexes_ready");
      await loadTransliteration();
      const isReady = tables.map((name) => {
        const table = storedTableName(name);
        const index = context.store.tableNamed(table)?.indexes.find((each) => each.name === primaryKeyIndex);
        if (index === undefined) {
          throw badRequest("MissingIndex", `Missing index: ${table}.${primaryKeyIndex}`);
        }
        return index.readyTs !== null;
      });
      return jsonReply(`{"indexesReady":${isReady.every(Boolean)}}`);
    },
  },
};
