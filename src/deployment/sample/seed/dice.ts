import { seededRandom } from "#deployment/store/random.ts";

/** Chance that repeats from a seed. */
export class Dice {
  readonly #random: ReturnType<typeof seededRandom>;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** A number in [0, 1). */
  fraction(): number {
    return this.#random.fraction();
  }

  /** Whether something of this likelihood happens. */
  chance(likelihood: number): boolean {
    return this.fraction() < likelihood;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError("Nothing to pick from");
    return item;
  }

  /** Some of the items, in their order. */
  some<Item>(items: readonly Item[], likelihood: number): Item[] {
    return items.filter(() => this.chance(likelihood));
  }

  bytes(count: number): Uint8Array {
    return this.#random.bytes(count);
  }
}
