import { closeSync, openSync } from "node:fs";
import { createDeployment, type Deployment } from "#deployment/deployment.ts";
import type { DeploymentSettings } from "#deployment/options.ts";
import { sampleSchemaText, seedSample } from "#deployment/sample/sample-app.ts";
import { adminSecretOf } from "./admin-secret.ts";
import { listen } from "./listen.ts";
import { deploymentServer } from "./node-http.ts";
import { openSqlite } from "./open-sqlite.ts";
import { spawnFunctionWorker } from "./spawn-function-worker.ts";

/** The sample's documents are the same everywhere; only when they were written differs. */
const sampleSeed = 1;

export interface ServeOptions {
  /** A file, or ":memory:". */
  readonly data: string;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** The whole key, `name|secret`, or its secret. */
  readonly adminKey?: string;
  /** True: no sample documents, also in an empty file. */
  readonly isEmpty?: boolean;
  readonly settings?: Partial<DeploymentSettings>;
}

export interface ServedDeployment extends Deployment {
  readonly url: string;
}

/** Starts the embedded deployment on a port. Throws PortTakenError. */
export async function serve(options: ServeOptions): Promise<ServedDeployment> {
  const { data, host = "127.0.0.1", port = 3210, adminKey, isEmpty = false, settings = {} } = options;
  // Made here, so that only its owner can read it, and SQLite's own neighbours of it neither.
  if (data !== ":memory:") closeSync(openSync(data, "a", 0o600));
  const adminSecret = adminKey?.slice(adminKey.indexOf("|") + 1) ?? adminSecretOf(data);
  const deployment = await createDeployment({
    ...settings,
    adminSecret,
    database: openSqlite(data),
    spawnWorker: spawnFunctionWorker,
    schema: sampleSchemaText(),
    onError: (error) => console.error(error),
    ...(isEmpty ? {} : { seed: (store, clock) => seedSample(store, { now: clock.now(), seed: sampleSeed }) }),
  });
  const server = deploymentServer(deployment);
  try {
    const taken = await listen(server, port, host);
    const shown = host === "::1" ? "[::1]" : host;
    return {
      ...deployment,
      url: `http://${shown}:${taken}`,
      close: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await deployment.close();
      },
    };
  } catch (error) {
    await deployment.close();
    throw error;
  }
}
