import { version } from "convex";
import { apiSpec } from "#deployment/functions/api-spec.ts";
import { systemQuery } from "./system-function.ts";

const component = { componentId: "string?" } as const;

export const deploymentFunctions = [
  systemQuery("cli/modules:apiSpec", component, async ({ context }) =>
    apiSpec(await context.functions.analysis()),
  ),

  systemQuery("frontend/getSchemas", component, ({ context }) =>
    context.declared === undefined ? {} : { active: context.declared.json },
  ),

  systemQuery("frontend/getSchemas:schemaValidationProgress", component, () => null),

  // There is no other component than the root, which is not listed.
  systemQuery("frontend/components:list", {}, () => []),

  systemQuery("frontend/getVersion", {}, () => version),

  systemQuery("frontend/deploymentState:deploymentState", {}, ({ context }) => ({
    state: context.settings.state,
  })),
];
