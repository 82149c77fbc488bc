import { useQuery } from "@tanstack/react-query";
import { deploymentInfoQuery } from "#api/queries.ts";
import { readKey } from "#api/read-key.ts";
import { useClient } from "#parts/use-client.tsx";
import type { BadgeTone } from "#ui/badge.tsx";

export interface DeploymentTag {
  readonly text: string;
  readonly tone: BadgeTone;
}

const production: DeploymentTag = { text: "Production", tone: "prod" };
const development: DeploymentTag = { text: "Development", tone: "ok" };
const preview: DeploymentTag = { text: "Preview", tone: "warn" };

/** What kind of deployment is open: what the key's prefix says at once, then what the deployment itself says. */
export function useDeploymentTag(): DeploymentTag | undefined {
  const client = useClient();
  const info = useQuery({
    ...deploymentInfoQuery(client),
    enabled: client.connection.key !== undefined,
  }).data;
  if (info?.kind === "selfHosted") return { text: "Self-hosted", tone: "neutral" };
  const kind = info?.deploymentType ?? readKey(client.connection.key ?? "")?.kind;
  if (kind === "prod" || kind === "production") return production;
  if (kind === "dev" || kind === "development") return development;
  if (kind === "preview") return preview;
  return undefined;
}
