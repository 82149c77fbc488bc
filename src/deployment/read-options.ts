import * as v from "valibot";
import { type DeploymentSettings, defaultSettings } from "./options.ts";
import { steppingClock } from "./store/clock.ts";
import { seededRandom } from "./store/random.ts";

const milliseconds = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const settingsSchema = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/))),
  version: v.optional(v.string()),
  keys: v.optional(
    v.array(
      v.strictObject({
        secret: v.pipe(v.string(), v.regex(/^[0-9a-f]+$/)),
        allowedOps: v.optional(v.array(v.string())),
        isReadOnly: v.optional(v.boolean()),
      }),
    ),
  ),
  hasStreamingExport: v.optional(v.boolean()),
  retention: v.optional(
    v.strictObject({
      documentDeltasHours: v.optional(v.number()),
      listSnapshotHours: v.optional(v.number()),
    }),
  ),
  pageSize: v.optional(
    v.strictObject({
      listSnapshot: v.optional(count),
      documentDeltas: v.optional(count),
      dataSync: v.optional(count),
    }),
  ),
  backfillDelayMs: v.optional(milliseconds),
  ignoresTableName: v.optional(v.boolean()),
  redactsErrors: v.optional(v.boolean()),
  hasNotFoundStatus: v.optional(v.boolean()),
  state: v.optional(v.picklist(["running", "paused", "disabled", "suspended"])),
  functionLimits: v.optional(v.record(v.string(), v.number())),
  requestsInFlight: v.optional(count),
  /** An ISO date: a clock that starts there and goes on by a microsecond whenever it is read. */
  clock: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  /** Makes ids the same in every run. */
  seed: v.optional(v.number()),
});

const faultsSchema = v.strictObject({
  seed: v.optional(v.number(), 1),
  faults: v.array(
    v.intersect([
      v.looseObject({ path: v.string(), rate }),
      v.variant("kind", [
        v.looseObject({ kind: v.picklist(["drop-before", "drop-after", "truncate"]) }),
        v.looseObject({
          kind: v.picklist(["status-before", "status-after"]),
          status: v.picklist([408, 429, 500, 503]),
        }),
        v.looseObject({ kind: v.literal("delay"), ms: milliseconds }),
        v.looseObject({ kind: v.literal("raw"), body: v.string() }),
      ]),
    ]),
  ),
});

const hour = 3_600_000_000_000;

/** Settings as people write them. Throws an error that says what is wrong with them. */
export function readSettings(json: unknown): Partial<DeploymentSettings> {
  const { retention, pageSize, backfillDelayMs, clock, seed, keys, functionLimits, ...plain } = parse(
    settingsSchema,
    json,
  );
  const hours = (value: number | undefined, otherwise: bigint): bigint =>
    value === undefined ? otherwise : BigInt(Math.round(value * hour));
  return defined({
    ...plain,
    keys: keys?.map(({ secret, ...rest }) => ({ secret, ...defined(rest) })),
    functionLimits,
    retention: retention && {
      documentDeltas: hours(retention.documentDeltasHours, defaultSettings.retention.documentDeltas),
      listSnapshot: hours(retention.listSnapshotHours, defaultSettings.retention.listSnapshot),
    },
    pageSize: pageSize && { ...defaultSettings.pageSize, ...defined(pageSize) },
    backfillDelay: backfillDelayMs === undefined ? undefined : BigInt(Math.round(backfillDelayMs * 1e6)),
    clock: clock === undefined ? undefined : steppingClock(BigInt(Date.parse(clock)) * 1_000_000n),
    random: seed === undefined ? undefined : seededRandom(seed),
  });
}

/** Faults as people write them: `{"seed": 7, "faults": [{"kind": "drop-after", "path": "*", "rate": 0.1}]}`. */
export function readFaults(json: unknown): Pick<DeploymentSettings, "faults" | "faultSeed"> {
  const { seed, faults } = parse(faultsSchema, json);
  return { faults, faultSeed: seed };
}

function parse<S extends v.GenericSchema>(schema: S, json: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? "settings"}: ${issue.message}`);
}

type Defined<T> = { [name in keyof T]: Exclude<T[name], undefined> };

/** Without the fields that are there but undefined. */
function defined<T extends object>(object: T): Partial<Defined<T>> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Defined<T>>;
}
