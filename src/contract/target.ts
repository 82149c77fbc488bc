import { test } from "vitest";
import { createDeployment, type Deployment } from "#deployment/deployment.ts";
import { openSqlite } from "#deployment/node/open-sqlite.ts";
import { spawnFunctionWorker } from "#deployment/node/spawn-function-worker.ts";
import type { DeploymentSettings } from "#deployment/options.ts";
import { sampleSchemaText, seedSample } from "#deployment/sample/sample-app.ts";
import { steppingClock, type SteppingClock } from "#deployment/store/clock.ts";
import { seededRandom } from "#deployment/store/random.ts";
import { nodeFetch } from "./node-fetch.ts";

/** 2026-01-15T12:00:00Z, where tests begin, in ns. */
const testStart = 1_768_478_400_000_000_000n;

export const second = 1_000_000_000n;
export const day = 86_400n * second;

/** What the tests speak to: a deployment in process, or a real one. */
export interface Target {
  readonly url: string;
  readonly adminKey: string;
  /** `actual.method` is for a GET with a body, which comes as a POST request. */
  fetch(request: Request, actual?: { readonly method: string }): Promise<Response>;
  close(): Promise<void>;
}

export interface EmbeddedTarget extends Target, Omit<Deployment, "fetch" | "close" | "adminKey"> {
  readonly clock: SteppingClock;
}

export interface EmbeddedOptions extends Partial<DeploymentSettings> {
  /** True: with the sample's documents. */
  readonly hasSample?: boolean;
  /** False: nothing was ever pushed, there is no schema. */
  readonly hasSchema?: boolean;
  /** Another schema than the sample's, as `defineSchema(…).export()` gives it. */
  readonly schema?: string;
}

/** A fresh deployment in memory, with the sample's functions; its clock, ids and key are the same in every run. */
export async function openDeployment(options: EmbeddedOptions = {}): Promise<EmbeddedTarget> {
  const { hasSample = false, hasSchema = true, ...settings } = options;
  const clock = steppingClock(testStart);
  const deployment = await createDeployment({
    name: "happy-animal-123",
    adminSecret: "01c0ffee",
    clock,
    random: seededRandom(1),
    database: openSqlite(":memory:"),
    spawnWorker: spawnFunctionWorker,
    // An error that nobody foresaw is the test's to fail with, not a 500 to be taken for an intended one.
    onError: (error) => {
      throw error;
    },
    ...(hasSchema ? { schema: sampleSchemaText() } : {}),
    ...(hasSample ? { seed: (store) => seedSample(store, { now: clock.now(), seed: 1 }) } : {}),
    ...settings,
  });
  return { ...deployment, clock, url: "http://deployment.test" };
}

const remoteUrl = process.env["CONVEX_URL"];

/**
 * The deployment that CONVEX_URL and CONVEX_DEPLOY_KEY name; without them a fresh embedded one. What a test writes it
 * writes to the tables it names, and clears them.
 */
export async function openTarget(): Promise<Target> {
  if (remoteUrl === undefined) return await openDeployment();
  return {
    url: remoteUrl.replace(/\/$/, ""),
    adminKey: process.env["CONVEX_DEPLOY_KEY"] ?? "",
    fetch: nodeFetch,
    close: () => Promise.resolve(),
  };
}

/** A test that only an embedded deployment can pass: it needs settings, or a clock that jumps. */
export function embeddedTest(name: string, run: () => Promise<void>): void {
  if (remoteUrl === undefined) test(name, run);
}
