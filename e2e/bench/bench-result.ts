/** What one bench measured: tables to print, and every single sample behind them, so that others can judge. */
export interface BenchResult {
  readonly name: string;
  readonly tables: readonly BenchTable[];
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

export interface BenchTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The middle value; of an even number of samples the lower of the two in the middle. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
