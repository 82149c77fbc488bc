import { useQuery } from "@tanstack/react-query";
import { WifiOff } from "lucide-react";
import { ProblemError } from "#api/problem.ts";
import { latestCommitQuery } from "#api/queries.ts";
import { Instant } from "#parts/instant.tsx";
import { useClient } from "#parts/use-client.tsx";
import { Button } from "#ui/button.tsx";

/** Says since when nothing came back. The page below stays readable: what it shows was true then. */
export function LostConnection() {
  const client = useClient();
  const { error, dataUpdatedAt, isFetching, refetch } = useQuery(latestCommitQuery(client));
  const lost = error instanceof ProblemError && error.problem.kind === "unreachable";
  return (
    <div role="status" className="shrink-0">
      {lost && (
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 bg-warn-bg px-4 py-1 text-12">
          <WifiOff size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-warn" />
          <span className="font-medium">
            No answer from {client.connection.name}
            {dataUpdatedAt > 0 && (
              <>
                {" "}
                since <Instant at={new Date(dataUpdatedAt)} timeOnly />
              </>
            )}
            .
          </span>
          <span className="text-ink-2">What you see is from before.</span>
          <span className="ml-auto">
            <Button size="small" busy={isFetching} onClick={() => void refetch()}>
              Try now
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
