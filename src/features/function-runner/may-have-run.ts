import type { Problem } from "#api/problem.ts";

// With these codes the deployment says itself that the function did not run, or that what it wrote was given up.
const surelyNot = new Set([
  "OptimisticConcurrencyControlFailure",
  "TooManyConcurrentRequests",
  "TooManyWrites",
  "RejectedBeforeExecution",
]);

/** Whether a function may have run and written although the request for it gave no outcome. */
export function mayHaveRun(problem: Problem): boolean {
  switch (problem.kind) {
    case "unreachable":
      // Then the browser sent nothing.
      return problem.reason !== "offline" && problem.reason !== "insecure";
    case "unreadable":
      return true;
    case "refused": {
      if (problem.code !== undefined && surelyNot.has(problem.code)) return false;
      // A time limit, and whatever a proxy in between says, tells nothing of the deployment.
      return problem.status >= 500 || problem.status === 408 || problem.status === 429;
    }
  }
}
