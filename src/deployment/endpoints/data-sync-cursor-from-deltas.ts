import { printSyncCursor } from "#deployment/export/sync-cursor.ts";
import { requireExport } from "#deployment/export/require-export.ts";
import { syncSelection } from "#deployment/export/sync-selection.ts";
import { anyJson, int64, struct } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { internalError } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";

const body = struct("DataSyncCursorFromDeltasArgs", {
  cursor: int64,
  selection: { ...anyJson, absent: { value: undefined } },
});

/** HTTP API: data_sync_cursor_from_deltas. A cursor of data/sync for who has followed document_deltas so far. */
export const dataSyncCursorFromDeltas: Endpoint = {
  path: "/api/data_sync_cursor_from_deltas",
  methods: {
    async POST(request, context) {
      const caller = await context.caller(request);
      const { cursor, selection } = await readBody(request, body, bodyLimits.others);
      requireExport(caller, context, "data_sync");
      syncSelection(selection);
      if (cursor < 0n) throw internalError();
      const { store } = context;
      const tablets = store.tables().map(({ key }) => key);
      const syncId = context.newSyncId();
      return jsonReply(`{"cursor":"${printSyncCursor({ syncId, tablets, ts: cursor, walk: null })}"}`);
    },
  },
};
