import { printQueryTimestamp } from "#deployment/functions/http/query-timestamp.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { jsonReply } from "#deployment/http/reply.ts";

/** The newest timestamp, for queries that shall all see the same. Needs neither a body nor a key. */
export const queryTs: Endpoint = {
  path: "/api/query_ts",
  methods: {
    POST: (_request, { store }) => jsonReply(`{"ts":"${printQueryTimestamp(store.latestTs())}"}`),
  },
};
