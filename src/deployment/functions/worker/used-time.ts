/**
 * Counts a function's own time: from when the host hands over control until the function asks the host for
 * something. The wait for the answer is not the function's.
 */
export class UsedTime {
  #used = 0;
  #since: number;
  readonly #clock: () => number;

  /** @param clock milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.#since = clock();
  }

  /** The host has handed over control. */
  resume(): void {
    this.#since = this.#clock();
  }

  /** Milliseconds used so far. */
  read(): number {
    const now = this.#clock();
    this.#used += now - this.#since;
    this.#since = now;
    return this.#used;
  }
}
