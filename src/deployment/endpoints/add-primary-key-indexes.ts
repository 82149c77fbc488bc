import { list, record, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { badRequest } from "#deployment/http/refusal.ts";
import { emptyReply } from "#deployment/http/reply.ts";
import { keyFields, type KeyPaths } from "#deployment/import/primary-key.ts";
import { requireImport } from "#deployment/import/require-import.ts";
import { storedTableName } from "#values/identifier.ts";
import { loadTransliteration } from "#values/transliterate.ts";

const body = struct("AddPrimaryKeyIndexesArgs", { indexes: record(list(list(text))) });

/** HTTP API: add_primary_key_indexes. Starts to build them; until they are ready, imports by key are refused. */
export const addPrimaryKeyIndexes: Endpoint = {
  path: "/api/streaming_import/add_primary_key_indexes",
  methods: {
    async PUT(request, context) {
      const caller = await context.caller(request);
      const { indexes } = await readBody(request, body, bodyLimits.others);
      requireImport(caller, "add_primary_key_indexes");
      await loadTransliteration();
      const fields = new Map<string, string[]>();
      for (const [table, paths] of indexes) fields.set(storedTableName(table), indexFields(paths));
      context.store.addPrimaryKeyIndexes(fields);
      return emptyReply();
    },
  },
};

function indexFields(paths: KeyPaths): string[] {
  let fields: string[];
  try {
    fields = keyFields(paths);
  } catch {
    throw badRequest(
      "InvalidPrimaryKey",
      `Invalid primary key: Identifiers must start with a letter and can only contain letters, digits, and underscores. ${JSON.stringify(paths)}.`,
    );
  }
  if (fields.includes("_creationTime")) {
    throw badRequest(
      "IndexFieldsContainCreationTime",
      "`_creationTime` is automatically added to the end of each index so it should not be added explicitly in the index definition.",
    );
  }
  if (fields.some((field) => field.startsWith("_"))) {
    throw badRequest(
      "IndexFieldNameReserved",
      "Reserved fields (starting with `_`) are not allowed in indexes.",
    );
  }
  return fields;
}
