const fastest = 2_000;
const slowest = 15_000;

/** How long to wait before the log is asked again, ms. */
export interface Pace {
  readonly delay: number;
}

export const firstPace: Pace = { delay: fastest };

/** Every 2 s while something happens, ever more rarely down to every 15 s while nothing does. */
export function nextPace(pace: Pace, hasNews: boolean): Pace {
  return { delay: hasNews ? fastest : Math.min(slowest, Math.round(pace.delay * 1.5)) };
}
