import { RotateCw, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { ProblemError } from "#api/problem.ts";
import { problemDetails, problemFacts, problemWords } from "#api/problem-words.ts";
import { connectPlace } from "#places/connect-place.ts";
import { buttonClass } from "#ui/button-class.ts";
import { Button } from "#ui/button.tsx";
import { ProblemPanel } from "#ui/problem-panel.tsx";
import { PlaceLink } from "./place-link.tsx";

const mendedByConnecting = new Set([
  "no-key",
  "wrong-key",
  "malformed-key",
  "no-permission",
  "acting-key",
  "not-allowed",
]);

/**
 * Stands where the data would have been: `<ProblemNotice error={query.error} onRetry={() => void query.refetch()} />`.
 * Takes whatever was thrown; what is no problem of a request is a fault of the dashboard and says so.
 */
export function ProblemNotice(props: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** What still works, or another way to the same. */
  more?: ReactNode;
  /** What still works, in a sentence after the cause. */
  still?: ReactNode;
}) {
  const again = (kind: "primary" | "secondary") =>
    props.onRetry && (
      <Button kind={kind} icon={RotateCw} onClick={props.onRetry}>
        Ask again
      </Button>
    );
  if (!(props.error instanceof ProblemError)) {
    const text =
      props.error instanceof Error ? `${props.error.name}: ${props.error.message}` : String(props.error);
    return (
      <ProblemPanel
        title="The dashboard made a mistake here"
        cause="This is no answer of the deployment but a fault of the dashboard itself. The rest of the page is unharmed."
        action={again("primary")}
        more={props.more}
        details={text}
      />
    );
  }
  const { problem } = props.error;
  const words = problemWords(problem);
  const connect = mendedByConnecting.has(words.id);
  return (
    <ProblemPanel
      title={words.title}
      icon={problem.kind === "unreachable" ? WifiOff : undefined}
      cause={
        <>
          <p>
            {words.cause} {words.next}
            {props.still !== undefined && <> {props.still}</>}
          </p>
          {problem.kind === "refused" && problem.message !== "" && (
            <p className="mt-2 text-12 break-words text-quiet">The deployment says: {problem.message}</p>
          )}
        </>
      }
      action={
        connect ? (
          <PlaceLink place={connectPlace} search={{ url: undefined }} className={buttonClass("primary")}>
            Connect with another key
          </PlaceLink>
        ) : (
          again("primary")
        )
      }
      more={
        <>
          {connect && again("secondary")}
          {props.more}
        </>
      }
      facts={problemFacts(problem)}
      details={problemDetails(problem)}
    />
  );
}
