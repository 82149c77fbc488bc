import { requireExport } from "#deployment/export/require-export.ts";
import { inferredObject } from "#deployment/export/inferred-shape.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { compareStrings } from "#values/compare-strings.ts";

/** HTTP API: get_table_column_names. Top-level fields seen in documents; no types. */
export const getTableColumnNames: Endpoint = {
  path: "/api/get_table_column_names",
  methods: {
    async GET(request, context) {
      requireExport(await context.caller(request), context, "get_table_column_names");
      const { store } = context;
      const tables = store
        .tables()
        .map(({ name, summary }) => {
          const shape = summary.object && inferredObject(summary.object, () => undefined);
          const fields = shape === undefined ? [] : shape.fields.map((field) => field.name);
          return { name, columns: ["_creationTime", "_id", ...fields].sort(compareStrings) };
        })
        .sort((a, b) => compareStrings(a.name, b.name));
      return jsonReply(JSON.stringify({ byComponent: tables.length === 0 ? {} : { "": tables } }));
    },
  },
};
