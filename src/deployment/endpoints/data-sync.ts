import type { Context } from "#deployment/context.ts";
import { requireExport } from "#deployment/export/require-export.ts";
import { printSyncCursor, readSyncCursor, type SyncCursor } from "#deployment/export/sync-cursor.ts";
import { syncPage } from "#deployment/export/sync-page.ts";
import { syncSelection } from "#deployment/export/sync-selection.ts";
import { anyJson, optional, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { badRequest } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";

const body = struct("DataSyncArgs", {
  cursor: optional(text),
  selection: { ...anyJson, absent: { value: undefined } },
});

/** HTTP API: data/sync. A whole copy first, then the changes, with a note whenever a table was replaced. */
export const dataSync: Endpoint = {
  path: "/api/v1/data/sync",
  methods: {
    async POST(request, context) {
      const caller = await context.caller(request);
      const args = await readBody(request, body, bodyLimits.others);
      requireExport(caller, context, "data_sync");
      const selection = syncSelection(args.selection);
      const cursor = args.cursor === undefined ? start(request, context) : resume(args.cursor, context);
      const { store, settings } = context;
      const page = syncPage(store, cursor, selection, settings.pageSize.dataSync);
      const status =
        page.status === "snapshotting"
          ? '{"type":"snapshotting"}'
          : `{"type":"${page.status}","snapshotTs":${page.snapshotTs}}`;
      context.activeSyncs.update({
        syncId: cursor.syncId,
        lastUpdatedMs: Number(settings.clock.now() / 1_000_000n),
        status,
      });
      const truncates = JSON.stringify(
        page.truncates.map(({ component, name }) => ({ component, table: name })),
      );
      const pagination = `{"hasMore":true,"nextCursor":"${printSyncCursor(page.next)}"}`;
      return jsonReply(
        `{"status":${status},"truncates":${truncates},"values":[${page.values.join(",")}],` +
          `"syncId":"${cursor.syncId}","pagination":${pagination}}`,
      );
    },
  },
};

function start(request: Request, context: Context): SyncCursor {
  const client = request.headers.get("convex-client") ?? "";
  const prefix = /^(fivetran|airbyte)-/.exec(client)?.[0] ?? "";
  return { syncId: prefix + context.newSyncId(), tablets: [], ts: context.store.latestTs(), walk: null };
}

function resume(text: string, { settings, store }: Context): SyncCursor {
  const cursor = readSyncCursor(text);
  const oldest = settings.clock.now() - settings.retention.listSnapshot;
  if (cursor.ts < oldest && store.firstTs() < oldest) {
    throw badRequest(
      "DataSyncCursorExpired",
      "The data sync cursor is outside the deployment's data retention window and can no longer be resumed. Restart the sync from scratch by calling this endpoint again without a cursor.",
    );
  }
  return cursor;
}
