import type { Endpoint } from "#deployment/http/endpoint.ts";
import { badDeployKey } from "#deployment/http/permission.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { isHiddenIndex } from "#deployment/store/catalogue.ts";

/** The declared indexes of all tables. Those that every table has, and hidden ones, are not among them. */
export const getIndexes: Endpoint = {
  path: "/api/get_indexes",
  methods: {
    async GET(request, context) {
      if ((await context.caller(request)).kind !== "admin") throw badDeployKey();
      const indexes = context.store.tables().flatMap(({ name: table, indexes }) =>
        indexes
          .filter(({ name }) => !isHiddenIndex(name))
          .map(({ name, fields, readyTs }) => ({
            table,
            name,
            fields: [...fields, "_creationTime"],
            backfill: { state: readyTs === null ? "in_progress" : "done" },
          })),
      );
      return jsonReply(JSON.stringify({ indexes }));
    },
  },
};
