import type { UdfType } from "#deployment/functions/udf-type.ts";
import { refuseHugeTexts } from "./refuse-huge-texts.ts";

/**
 * Gives functions the world that a deployment gives them: `Math.random` repeats from a seed, and in queries and
 * mutations the time stands still and nothing outside can be reached. Meant for a worker's global scope.
 */
export class FunctionEnvironment {
  #random: () => number = Math.random;
  #now: () => number;
  #isAction = true;
  readonly #clearTimer: (timer: number) => void;
  #timers: unknown[] = [];

  constructor(scope: typeof globalThis) {
    const RealDate = scope.Date;
    this.#now = () => RealDate.now();
    const now = (): number => this.#now();
    class FunctionDate extends RealDate {
      constructor(...parts: readonly unknown[]) {
        if (parts.length === 0) super(now());
        else super(...(parts as [number]));
      }
      static override now(): number {
        return Math.floor(now());
      }
    }
    // Called as a function, a date is text; a class would refuse.
    const callable = new Proxy(FunctionDate, { apply: () => new FunctionDate().toString() });
    scope.Date = callable as unknown as DateConstructor;
    scope.Math.random = () => this.#random();
    refuseHugeTexts(scope);
    this.#guard(scope, "fetch");
    this.#clearTimer = scope.clearTimeout.bind(scope);
    this.#guard(scope, "setTimeout");
    this.#guard(scope, "setInterval");
  }

  /**
   * @param now milliseconds since the epoch at which the function starts
   * @param clock milliseconds that pass, for actions, whose time does not stand still
   */
  enter(udfType: UdfType, seed: number, now: number, clock: () => number): void {
    this.#isAction = udfType === "action";
    // Timers that the last action left behind are not this one's.
    for (const timer of this.#timers.splice(0)) this.#clearTimer(timer as number);
    this.#random = seededRandom(seed);
    const start = clock();
    this.#now = this.#isAction ? () => now + clock() - start : () => now;
  }

  #guard(scope: typeof globalThis, name: "fetch" | "setTimeout" | "setInterval"): void {
    const original = scope[name] as unknown as (...args: unknown[]) => unknown;
    if (typeof original !== "function") return;
    const guarded = (...args: unknown[]): unknown => {
      if (!this.#isAction) {
        throw new Error(
          `Can't use ${name === "fetch" ? "fetch()" : "setTimeout"} in queries and mutations. Please consider using an action. See https://docs.convex.dev/functions/actions for more details.`,
        );
      }
      const result = original.apply(scope, args);
      if (name !== "fetch") this.#timers.push(result);
      return result;
    };
    Object.defineProperty(scope, name, { value: guarded, writable: true, configurable: true });
  }
}

/** A small generator (mulberry32): the same seed gives the same numbers in [0, 1). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
