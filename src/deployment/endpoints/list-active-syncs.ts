import { requireExport } from "#deployment/export/require-export.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { readQuery } from "#deployment/http/read-query.ts";
import { badRequest } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";

/** HTTP API: list_active_syncs. Data syncs of the last three days, the newest first. */
export const listActiveSyncs: Endpoint = {
  path: "/api/v1/data/list_active_syncs",
  methods: {
    async GET(request, context) {
      const { limit = 50n, cursor = "0" } = readQuery(request, { limit: "int64", cursor: "text" });
      requireExport(await context.caller(request), context, "list_active_syncs");
      if (limit < 1n || limit > 100n) {
        throw badRequest("LimitOutOfRange", "limit must be between 1 and 100");
      }
      const from = /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
      const all = context.activeSyncs.list(Number(context.settings.clock.now() / 1_000_000n));
      const to = from + Number(limit);
      const syncs = all.slice(from, to).map(({ syncId, lastUpdatedMs, status }) => {
        return `{"syncId":"${syncId}","lastUpdated":${lastUpdatedMs},"status":${status}}`;
      });
      const hasMore = to < all.length;
      const pagination = hasMore ? `{"hasMore":true,"nextCursor":"${to}"}` : '{"hasMore":false}';
      return jsonReply(`{"syncs":[${syncs.join(",")}],"pagination":${pagination}}`);
    },
  },
};
