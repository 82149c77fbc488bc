import type { ConvexObject } from "#values/convex-value.ts";
import type { Catalogue, Tablet } from "./catalogue.ts";
import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";
import type { RecentCommits } from "./recent-commits.ts";
import type { Revisions } from "./revisions.ts";
import type { PendingWrite } from "./pending-writes.ts";

/** Why a document may not be written to a table by its declared schema, in the API's words, or null. */
export type SchemaCheck = (table: string, fields: ConvexObject) => string | null;

/** What a transaction needs of the store that opened it. */
export interface StoreCore {
  readonly catalogue: Catalogue;
  readonly revisions: Revisions;
  readonly recent: RecentCommits;
  readonly random: Random;
  readonly schemaCheck: SchemaCheck;
  /** Writes all of it under one new timestamp and returns that; `created` are tablets no one else knows yet. */
  write(clock: Clock, writes: Iterable<PendingWrite>, created: readonly Tablet[]): bigint;
}
