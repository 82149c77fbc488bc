/** How long a message that is on its way may take, once the time seems to be over. */
const graceMs = 50;

/**
 * Ends a function that takes more than its own time. The worker reports what it has used, and this watches the
 * stretches in which it has control, because a function that never ends reports nothing.
 */
export class Watchdog {
  readonly #limitMs: number;
  readonly #onExpired: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #used = 0;

  constructor(limitMs: number, onExpired: () => void) {
    this.#limitMs = limitMs;
    this.#onExpired = onExpired;
  }

  /** The function has asked for something; it had used this much. False when that is too much. */
  report(usedMs: number): boolean {
    this.stop();
    this.#used = usedMs;
    return usedMs <= this.#limitMs;
  }

  /** The function has control. */
  resume(): void {
    this.stop();
    // The host's own work delays its timers and the messages it has yet to read: hence the second look.
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(this.#onExpired, graceMs);
    }, this.#limitMs - this.#used);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
