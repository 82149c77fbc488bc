import type { Fault } from "./faults.ts";
import type { Limits } from "./functions/limits.ts";
import type { Clock } from "./store/clock.ts";
import { systemClock } from "./store/clock.ts";
import { type Random, systemRandom } from "./store/random.ts";

/** A deploy key besides the admin key: `secret` is the part behind the bar. No `allowedOps`: everything. */
export interface KeyOption {
  readonly secret: string;
  readonly allowedOps?: readonly string[];
  readonly isReadOnly?: boolean;
}

/**
 * Every situation a dashboard must be able to explain can be made with these. Times are ns unless they say otherwise.
 */
export interface DeploymentSettings {
  readonly name: string;
  readonly version: string;
  /** The admin key's secret; made at random when absent. */
  readonly adminSecret?: string;
  readonly keys: readonly KeyOption[];
  /** False: the plan without streaming export. */
  readonly hasStreamingExport: boolean;
  readonly retention: { readonly documentDeltas: bigint; readonly listSnapshot: bigint };
  readonly pageSize: {
    readonly listSnapshot: number;
    readonly documentDeltas: number;
    readonly dataSync: number;
  };
  readonly backfillDelay: bigint;
  /** True: list_snapshot and document_deltas give every table whatever was asked for, as for an unusable selector. */
  readonly ignoresTableName: boolean;
  /** True: function errors are sent without their texts and log lines. */
  readonly redactsErrors: boolean;
  /** True: an unknown function is HTTP 404. */
  readonly hasNotFoundStatus: boolean;
  readonly state: "running" | "paused" | "disabled" | "suspended";
  /** Limits of functions that differ from a real deployment's. */
  readonly functionLimits: Partial<Limits>;
  readonly requestsInFlight: number;
  readonly faults: readonly Fault[];
  readonly faultSeed: number;
  readonly clock: Clock;
  readonly random: Random;
}

const day = 86_400_000_000_000n;

export const defaultSettings: DeploymentSettings = {
  name: "embedded-deployment-1",
  version: "unknown",
  keys: [],
  hasStreamingExport: true,
  retention: { documentDeltas: 14n * day, listSnapshot: 5n * day },
  pageSize: { listSnapshot: 1024, documentDeltas: 128, dataSync: 16_384 },
  backfillDelay: 100_000_000n,
  ignoresTableName: false,
  redactsErrors: false,
  hasNotFoundStatus: false,
  state: "running",
  functionLimits: {},
  requestsInFlight: 128,
  faults: [],
  faultSeed: 1,
  clock: systemClock,
  random: systemRandom,
};
