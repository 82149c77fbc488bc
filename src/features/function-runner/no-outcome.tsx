import { ProblemError } from "#api/problem.ts";
import { ProblemNotice } from "#parts/problem-notice.tsx";
import { mayHaveRun } from "./may-have-run.ts";
import type { Call } from "./run-state.ts";

/** The request gave no outcome: why, and whether the function may have run. */
export function NoOutcome(props: { error: unknown; call: Call; onRun: () => void }) {
  return (
    <div className="min-h-0 grow overflow-y-auto">
      <ProblemNotice error={props.error} onRetry={props.onRun} still={fate(props.error, props.call)} />
    </div>
  );
}

function fate(error: unknown, { kind }: Call): string | undefined {
  if (kind === "query" || !(error instanceof ProblemError)) return undefined;
  // Browsers themselves send a request again when a connection that was in use before ends without an answer.
  return mayHaveRun(error.problem)
    ? "The function may have run all the same, once or more often: look in History before you run it again."
    : "The function wrote nothing.";
}
