import type { ImportResult } from "#api/import-airbyte-records.ts";

/**
 * Whether the deployment says that it wrote nothing only because it is busy, so that the same request may come
 * again. Most answers that sound so (429, 408, other 503) may come after the work was done, or from a proxy that
 * does not know; those prove nothing and are not among the refusals.
 */
export function isBusy(result: ImportResult): boolean {
  return result.kind === "refused" && (result.problem.status === 503 || result.problem.status === 429);
}
