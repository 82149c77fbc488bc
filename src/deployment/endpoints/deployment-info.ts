import type { Endpoint } from "#deployment/http/endpoint.ts";
import { badDeployKey } from "#deployment/http/permission.ts";
import { jsonReply } from "#deployment/http/reply.ts";

/** Who runs this deployment: always ourselves. */
export const deploymentInfo: Endpoint = {
  path: "/api/v1/deployment_info",
  methods: {
    async GET(request, context) {
      if ((await context.caller(request)).kind !== "admin") throw badDeployKey();
      return jsonReply('{"kind":"selfHosted"}');
    },
  },
};
