/** Lets so many pieces of work run at the same time; the others wait for their turn, though not for ever. */
export class Turns {
  readonly #most: number;
  readonly #waitMs: number;
  readonly #onRefused: () => Error;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /**
   * @param waitMs how long a piece of work waits
   * @param onRefused makes the error for one that waited in vain
   */
  constructor(most: number, waitMs: number, onRefused: () => Error) {
    this.#most = most;
    this.#waitMs = waitMs;
    this.#onRefused = onRefused;
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#most) await this.#wait();
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The place goes to the next one, so that nobody can slip in between.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(this.#onRefused());
      }, this.#waitMs);
      this.#waiting.push(enter);
    });
  }
}
