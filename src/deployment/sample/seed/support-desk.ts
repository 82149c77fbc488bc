import type { Store } from "#deployment/store/store.ts";
import type { Transaction } from "#deployment/store/transaction.ts";
import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";
import { Dice } from "./dice.ts";
import type { Timeline } from "./timeline.ts";

/** A user as the seed remembers it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
}

/** The first event's sequence number: one that no double holds. */
const firstSequence = 9_007_199_254_740_993n;

/** The state of the support desk while its history is being made, and the means to write it. */
export class SupportDesk {
  readonly dice: Dice;
  readonly timeline: Timeline;
  readonly customers: Person[] = [];
  readonly agents: Person[] = [];
  #store: Store;
  #sequence = firstSequence;
  #ticketNumber = 40_117n;

  constructor(store: Store, timeline: Timeline, seed: number) {
    this.#store = store;
    this.timeline = timeline;
    this.dice = new Dice(seed);
  }

  /** One transaction at the timeline's moment, to some odd nanosecond. */
  commit<Result>(work: (transaction: Transaction) => Result): Result {
    const ts = BigInt(this.timeline.now) * 1_000_000n + BigInt(this.dice.between(1, 999_999));
    const transaction = this.#store.begin({ now: () => ts });
    const result = work(transaction);
    transaction.commit();
    return result;
  }

  patch(
    transaction: Transaction,
    id: string,
    changes: Readonly<Record<string, ConvexValue | undefined>>,
  ): void {
    const stored = transaction.get(id);
    if (stored === null) return;
    const fields: Record<string, ConvexValue> = {};
    for (const [field, value] of Object.entries({ ...stored.fields, ...changes })) {
      if (value !== undefined) fields[field] = value;
    }
    transaction.replace(id, fields);
  }

  /** Writes down what happened, as part of the transaction in which it did. */
  note(
    transaction: Transaction,
    event: { kind: string; ticket?: string; actor: string | null; changes?: ConvexObject[] },
  ): void {
    this.#sequence += BigInt(this.dice.between(1, 3));
    transaction.insert("events", {
      kind: event.kind,
      sequence: this.#sequence,
      ...(event.ticket !== undefined && { ticket: event.ticket }),
      actor: event.actor,
      at: this.timeline.now,
      changes: event.changes ?? [],
      latency: this.#latency(),
    });
  }

  nextTicketNumber(): bigint {
    this.#ticketNumber += 1n;
    return this.#ticketNumber;
  }

  /** Milliseconds of the steps of a request; a step that never ended is infinite, one that was skipped NaN. */
  #latency(): number[] {
    const steps = Array.from({ length: this.dice.between(1, 4) }, () => this.dice.fraction() * 180);
    if (this.dice.chance(0.02)) steps.push(Infinity);
    if (this.dice.chance(0.02)) steps.push(NaN);
    if (this.dice.chance(0.01)) steps.push(-0);
    return steps;
  }
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
