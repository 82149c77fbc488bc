import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { latestCommitQuery } from "#api/queries.ts";
import { parseTimestamp } from "#values/timestamp.ts";
import { historyPlace } from "#places/history-place.ts";
import { ProblemNotice } from "#parts/problem-notice.tsx";
import { useClient } from "#parts/use-client.tsx";
import { usePlace } from "#parts/use-place.ts";
import { SkeletonList } from "#ui/skeleton-list.tsx";
import { FutureStart } from "./future-start.tsx";
import { LogView } from "./log-view.tsx";
import { defaultSince } from "./since-choices.ts";

/** What was changed since a moment. */
export function ChangeHistoryPage() {
  const client = useClient();
  const [place, go] = usePlace(historyPlace);
  const query = useQuery(latestCommitQuery(client));
  const known = query.data?.ts;
  const since = place.since === undefined ? undefined : parseTimestamp(place.since);

  // A link made just now may begin at a commit that the last answer does not know yet.
  const isAhead = known !== undefined && since !== undefined && since > known;
  const fresh = useQuery({
    queryKey: [client.id, "latestCommit", "for", place.since],
    queryFn: ({ signal }) => client.queryTs(signal),
    enabled: isAhead,
  });
  const latest = isAhead ? fresh.data : known;

  useEffect(() => {
    // The moment becomes part of the URL, so that whoever opens it later reads the same log.
    if (since === undefined && known !== undefined) {
      go({ ...place, since: defaultSince.from(known).toString() }, { replace: true });
    }
  }, [since, known, go, place]);

  const error = query.data === undefined ? query.error : isAhead ? fresh.error : null;
  if (error !== null) {
    return <ProblemNotice error={error} onRetry={() => void (isAhead ? fresh : query).refetch()} />;
  }
  if (latest === undefined || since === undefined) {
    return <SkeletonList label="Asking for the latest commit" rows={8} rowHeight={33} />;
  }
  if (since > latest) return <FutureStart since={since} latest={latest} />;
  return <LogView since={since} latest={latest} />;
}
