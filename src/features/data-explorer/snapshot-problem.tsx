import type { Timestamp } from "#values/timestamp.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { ProblemError } from "#api/problem.ts";
import { Instant } from "#parts/instant.tsx";
import { ProblemNotice } from "#parts/problem-notice.tsx";
import { Button } from "#ui/button.tsx";

/** How long a deployment keeps snapshots unless it is set up otherwise, ns. It never says so itself. */
const usualReach = 5n * 86_400_000_000_000n;

/** What the walk met, where its rows would have been. An instant that cannot be had leads to one that can. */
export function SnapshotProblem(props: {
  error: unknown;
  latest: Timestamp | undefined;
  onRetry: () => void;
  onNow: () => void;
  onRenew: () => void;
}) {
  const { error, latest } = props;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const code = problem?.kind === "refused" ? problem.code : undefined;
  if (code === "SnapshotTooOld" || code === "SnapshotTooNew") {
    return (
      <ProblemNotice
        error={error}
        more={
          <Button kind="primary" onClick={props.onNow}>
            Go to now
          </Button>
        }
        still={
          latest !== undefined &&
          (code === "SnapshotTooOld" ? (
            <>
              Snapshots are kept for 5 days unless the deployment is set up otherwise: here from about{" "}
              <Instant at={asTimestamp(latest - usualReach)} /> on.
            </>
          ) : (
            <>
              The newest it can give is <span className="value">{latest.toString()}</span>.
            </>
          ))
        }
      />
    );
  }
  if (code === "InvalidListSnapshotCursor") {
    return (
      <ProblemNotice
        error={error}
        more={
          <Button kind="primary" onClick={props.onRenew}>
            Read from the start
          </Button>
        }
      />
    );
  }
  return <ProblemNotice error={error} onRetry={props.onRetry} />;
}
