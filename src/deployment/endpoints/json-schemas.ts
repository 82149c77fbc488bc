import type { Context } from "#deployment/context.ts";
import { requireExport } from "#deployment/export/require-export.ts";
import { tableFields } from "#deployment/export/table-schema.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { readQuery } from "#deployment/http/read-query.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { valueFormat } from "#deployment/http/value-format.ts";
import type { Tablet } from "#deployment/store/catalogue.ts";
import type { ValueFormat } from "#values/convex-value.ts";
import { isObject, type Json, type JsonObject, printJson } from "#values/json.ts";
import { objectSchema } from "#values/shape-to-schema.ts";

const deltaProperties: JsonObject = {
  _table: { type: "string" },
  _component: { type: "string" },
  _ts: { type: "integer" },
  _deleted: { type: "boolean" },
};

/** HTTP API: json_schemas. One schema for each table; one table that cannot be described fails them all. */
export const jsonSchemas: Endpoint = {
  path: "/api/json_schemas",
  methods: {
    async GET(request, context) {
      const query = readQuery(request, { deltaSchema: "boolean", format: "text", byComponent: "boolean" });
      requireExport(await context.caller(request), context, "json_schemas");
      const format = valueFormat(query.format);
      const schemas: Record<string, Json> = {};
      for (const tablet of tabletsByIdentity(context)) {
        schemas[tablet.name] = tableSchema(tablet, context, format, query.deltaSchema ?? false);
      }
      return jsonReply(printJson(query.byComponent === true ? { "": schemas } : schemas));
    },
  },
};

/** Not by name: the order of the tables' random identities. */
function tabletsByIdentity({ store }: Context): Tablet[] {
  return store.tabletsAt(store.latestTs());
}

function tableSchema(tablet: Tablet, context: Context, format: ValueFormat, hasDeltas: boolean): Json {
  const { properties = {}, ...rest } = objectSchema(
    tableFields(tablet, context.declared, (number) => context.tableName(number)),
    format,
  );
  const ordered: JsonObject = {
    type: "object",
    properties: isObject(properties) && hasDeltas ? { ...properties, ...deltaProperties } : properties,
  };
  return { ...ordered, ...rest, $schema: "http://json-schema.org/draft-07/schema#" };
}
