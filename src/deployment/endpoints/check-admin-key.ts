import type { Endpoint } from "#deployment/http/endpoint.ts";
import { badDeployKey } from "#deployment/http/permission.ts";
import { jsonReply } from "#deployment/http/reply.ts";

/** What a deploy key may do; the cheapest way to see whether it is one. */
export const checkAdminKey: Endpoint = {
  path: "/api/check_admin_key",
  methods: {
    async GET(request, context) {
      const caller = await context.caller(request);
      if (caller.kind !== "admin") throw badDeployKey();
      const { allowedOps, isReadOnly } = caller;
      return jsonReply(JSON.stringify({ success: true, allowedOps, isReadOnly }));
    },
  },
};
