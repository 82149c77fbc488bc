import type { Problem } from "#api/problem.ts";

// The deployment's own words for a request that it did not begin. The same status without them may come from a
// proxy, which does not know what the deployment did.
const notBegun = new Set(["TooManyConcurrentRequests", "TooManyWrites"]);

/** Whether the deployment says that it wrote nothing because it is busy, so that the same request may come again. */
export function isBusy(problem: Problem | undefined): boolean {
  if (problem?.kind !== "refused" || problem.code === undefined) return false;
  if (problem.status === 429) return notBegun.has(problem.code);
  return problem.status === 503 && problem.code === "OptimisticConcurrencyControlFailure";
}
