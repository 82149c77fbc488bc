/** What time it is, in nanoseconds since the epoch. */
export interface Clock {
  now(): bigint;
}

export const systemClock: Clock = {
  now: () =>
    BigInt(Math.trunc(performance.timeOrigin * 1000)) * 1000n +
    BigInt(Math.trunc(performance.now() * 1_000_000)),
};

/**
 * A clock that starts at a moment of our choosing, goes on by a microsecond whenever it is read, and jumps when told:
 * timestamps, ids and the order of events are then the same in every run.
 */
export interface SteppingClock extends Clock {
  advance(nanoseconds: bigint): void;
}

export function steppingClock(start: bigint, step = 1000n): SteppingClock {
  let time = start;
  return {
    now: () => (time += step),
    advance: (nanoseconds) => {
      time += nanoseconds;
    },
  };
}
