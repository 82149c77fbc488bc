import type { Context } from "#deployment/context.ts";
import { recordText, withLeading } from "#deployment/export/print-record.ts";
import { requireExport } from "#deployment/export/require-export.ts";
import { selectionOf } from "#deployment/export/selection.ts";
import { selectorBody, selectorQuery } from "#deployment/export/selector.ts";
import { int64, optional, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { readQuery } from "#deployment/http/read-query.ts";
import { badRequest, internalError } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { valueFormat } from "#deployment/http/value-format.ts";
import { isUserTablet } from "#deployment/store/catalogue.ts";
import { encodeDocumentId } from "#values/document-id.ts";

const bodyArguments = struct("DocumentDeltasArgs", {
  cursor: optional(int64),
  format: optional(text),
  ...selectorBody,
});

/** HTTP API: document_deltas. The revisions after a timestamp, every one of them. */
export const documentDeltas: Endpoint = {
  path: "/api/document_deltas",
  methods: {
    async GET(request, context) {
      const query = readQuery(request, { cursor: "int64", format: "text" });
      requireExport(await context.caller(request), context, "document_deltas");
      return answer(query, selectorQuery(request), context);
    },
    async POST(request, context) {
      const caller = await context.caller(request);
      const body = await readBody(request, bodyArguments, bodyLimits.others);
      requireExport(caller, context, "document_deltas");
      return answer(body, body, context);
    },
  },
};

function answer(
  args: { cursor?: bigint | undefined; format?: string | undefined },
  selector: Parameters<typeof selectionOf>[0],
  context: Context,
): Response {
  const { store, settings } = context;
  const cursor = checkedCursor(args.cursor, context);
  const selection = settings.ignoresTableName ? selectionOf({}) : selectionOf(selector);
  const limit = settings.pageSize.documentDeltas;
  const rows = store.logAfter(cursor, limit);
  const last = rows.length < limit ? undefined : rows.at(-1)?.ts;
  const hasMore = last !== undefined && store.logAfter(last, 1).length > 0;
  const format = valueFormat(args.format);
  const values: string[] = [];
  for (const { ts, tablet: key, id, value } of rows) {
    const tablet = store.tablet(key);
    // Rows of a tablet that was swapped or dropped are passed over, also those of the time when it was in use.
    if (tablet === undefined || tablet.untilTs !== null || !isUserTablet(tablet)) continue;
    const columns = selection.columns(tablet.component, tablet.name);
    if (columns === undefined) continue;
    const place = `"_component":${JSON.stringify(tablet.component)},"_table":${JSON.stringify(tablet.name)}`;
    const leading = `${place},"_ts":${ts},"_deleted":${value === null}`;
    const deleted = () => `{"_id":"${encodeDocumentId({ tableNumber: tablet.number, internalId: id })}"}`;
    values.push(withLeading(leading, value === null ? deleted() : recordText(value, format, columns)));
  }
  const next = last ?? store.latestTs();
  return jsonReply(`{"values":[${values.join(",")}],"cursor":${next},"hasMore":${hasMore}}`);
}

function checkedCursor(cursor: bigint | undefined, { settings, store }: Context): bigint {
  if (cursor === undefined) {
    throw badRequest("DocumentDeltasCursorRequired", "/api/document_deltas requires a cursor");
  }
  if (cursor < 0n) throw internalError();
  const oldest = settings.clock.now() - settings.retention.documentDeltas;
  // On a deployment younger than the window nothing has been lost, however old the cursor is.
  if (cursor < oldest && store.firstTs() < oldest) {
    throw badRequest(
      "InvalidWindowToReadDocuments",
      `Trying to synchronize from timestamp ${cursor + 1n}, which is older than the database’s retention window. This may happen if you paused your Fivetran or Airbyte connector for a long period of time. Please perform a full sync of the connector. See https://fivetran.com/docs/connectors/troubleshooting/trigger-historical-re-syncs or https://docs.airbyte.com/platform/operator-guides/refreshes`,
    );
  }
  return cursor;
}
