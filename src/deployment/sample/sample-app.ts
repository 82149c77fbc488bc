import type { Store } from "#deployment/store/store.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { schema } from "./schema.ts";
import { day, SupportDesk } from "./seed/support-desk.ts";
import { seedPeople } from "./seed/seed-people.ts";
import { seedTickets } from "./seed/seed-tickets.ts";
import { Timeline } from "./seed/timeline.ts";

/** A schema as `defineSchema` exports it, as far as it matters here. */
export interface SchemaJson {
  readonly tables: readonly {
    readonly tableName: string;
    readonly indexes: readonly { readonly indexDescriptor: string; readonly fields: readonly string[] }[];
    readonly documentType: ValidatorJson | null;
  }[];
  readonly schemaValidation: boolean;
}

/** The sample app's schema as JSON text: what `_system/frontend/getSchemas` gives. */
export function sampleSchemaText(): string {
  // The method is there, but not among the public types of the package.
  return (schema as unknown as { export(): string }).export();
}

export function sampleSchema(): SchemaJson {
  return JSON.parse(sampleSchemaText()) as SchemaJson;
}

const historyMs = 4 * day;

/** Where the sample's history begins, for one that ends now; both in ns since the epoch. */
export function sampleStart(now: bigint): bigint {
  return now - BigInt(historyMs) * 1_000_000n;
}

/**
 * Fills an empty store with four days of a support desk that end now. The same seed gives the same documents.
 *
 * @param now ns since the epoch; the store's own clock must stand at `sampleStart(now)` or before
 */
export function seedSample(store: Store, { now, seed }: { now: bigint; seed: number }): void {
  const end = Number(now / 1_000_000n) - 1000;
  const start = end - historyMs + 1000;
  const timeline = new Timeline(end);
  const desk = new SupportDesk(store, timeline, seed);
  seedPeople(desk, start, end);
  seedTickets(desk, start, end);
  timeline.run();
}
