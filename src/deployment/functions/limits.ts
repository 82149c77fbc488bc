const mebibyte = 1024 * 1024;

/** What a function may take. Sizes in bytes as `convexSize` counts them, times in milliseconds. */
export interface Limits {
  readonly argsBytes: number;
  readonly resultBytes: number;
  readonly systemResultBytes: number;
  /** A query's or mutation's own time. */
  readonly userTimeMs: number;
  readonly memoryMegabytes: number;
  readonly documentsRead: number;
  readonly bytesRead: number;
  readonly intervalsRead: number;
  readonly documentsWritten: number;
  readonly bytesWritten: number;
  readonly concurrentQueries: number;
  readonly concurrentMutations: number;
  readonly concurrentActions: number;
  /** How long a call waits for its turn. */
  readonly queueMs: number;
  readonly actionQueueMs: number;
  /** How often a mutation is run again after a conflict. */
  readonly conflictRetries: number;
  readonly nestedCalls: number;
  /** How long a client is kept waiting; an action goes on all the same. */
  readonly requestMs: number;
}

/** The limits of a real deployment. */
export const defaultLimits: Limits = {
  argsBytes: 16 * mebibyte,
  resultBytes: 16 * mebibyte,
  systemResultBytes: 24 * mebibyte,
  userTimeMs: 1000,
  memoryMegabytes: 64,
  documentsRead: 32_000,
  bytesRead: 16 * mebibyte,
  intervalsRead: 4096,
  documentsWritten: 16_000,
  bytesWritten: 16 * mebibyte,
  concurrentQueries: 16,
  concurrentMutations: 16,
  concurrentActions: 64,
  queueMs: 5000,
  actionQueueMs: 10_000,
  conflictRetries: 4,
  nestedCalls: 8,
  requestMs: 300_000,
};
