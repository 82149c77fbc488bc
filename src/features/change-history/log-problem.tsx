import { useRef, useState } from "react";
import { ProblemError } from "#api/problem.ts";
import type { Timestamp } from "#values/timestamp.ts";
import { ProblemNotice } from "#parts/problem-notice.tsx";
import { useClient } from "#parts/use-client.tsx";
import { Button } from "#ui/button.tsx";
import { findLogStart } from "./find-log-start.ts";

/** What reading the log met. A start that is too old leads to the oldest one that is not. */
export function LogProblem(props: {
  error: unknown;
  since: Timestamp;
  latest: Timestamp | undefined;
  onRetry: () => void;
  onSince: (since: Timestamp) => void;
}) {
  const { error, since, latest, onSince } = props;
  const client = useClient();
  const [search, setSearch] = useState<{ isOn: boolean; error?: unknown }>({ isOn: false });
  const asked = useRef(0);
  if (!isTooOld(error)) return <ProblemNotice error={error} onRetry={props.onRetry} />;
  if (search.error !== undefined) {
    return <ProblemNotice error={search.error} onRetry={() => setSearch({ isOn: false })} />;
  }

  const isKept = async (moment: Timestamp) => {
    asked.current += 1;
    try {
      // Of a table that is not there: whether the moment is kept is all that is asked, and reading is billed.
      await client.documentDeltas({ cursor: moment, tableName: "deltascope_no_such_table" });
      return true;
    } catch (refusal) {
      if (isTooOld(refusal)) return false;
      throw refusal;
    }
  };
  const find = async () => {
    if (latest === undefined) return;
    setSearch({ isOn: true });
    try {
      const start = await findLogStart(since, latest, isKept);
      setSearch({ isOn: false });
      onSince(start);
    } catch (failure) {
      setSearch({ isOn: false, error: failure });
    }
  };
  return (
    <ProblemNotice
      error={error}
      still="The oldest moment that it still has is found by asking, about thirty small questions."
      more={
        <Button kind="primary" busy={search.isOn} onClick={() => void find()}>
          Start where the log begins
        </Button>
      }
    />
  );
}

function isTooOld(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    error.problem.kind === "refused" &&
    error.problem.code === "InvalidWindowToReadDocuments"
  );
}
