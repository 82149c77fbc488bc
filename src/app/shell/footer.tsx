import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { ProblemError } from "#api/problem.ts";
import { latestCommitQuery } from "#api/queries.ts";
import { TimestampDigits } from "#parts/timestamp-digits.tsx";
import { useClient } from "#parts/use-client.tsx";
import { useTimeZone } from "#parts/use-time-zone.ts";
import { cx } from "#ui/cx.ts";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";

/** State, address, latest commit; what was asked so far; the clock that times are shown in. */
export function Footer() {
  const client = useClient();
  const latest = useQuery(latestCommitQuery(client));
  const totals = useSyncExternalStore(client.log.subscribe, client.log.totals);
  const [zone, setZone] = useTimeZone();
  // An older deployment may refuse the question; that it does is an answer.
  const lost = latest.error instanceof ProblemError && latest.error.problem.kind === "unreachable";
  const state = lost ? "No answer" : latest.isPending ? "Connecting" : "Connected";
  return (
    <footer className="hidden h-6 shrink-0 items-center gap-4 overflow-hidden border-t border-line bg-sunken px-3 text-11 whitespace-nowrap text-quiet sm:flex">
      <span className="flex items-center gap-2">
        <span
          aria-hidden
          className={cx(
            "size-1.5 rounded-full",
            lost ? "bg-warn-line" : latest.isPending ? "bg-line-strong" : "bg-ok-line",
          )}
        />
        {state}
      </span>
      <span className="min-w-0 truncate font-mono">{client.connection.url}</span>
      {latest.data && (
        <span className="hidden md:inline">
          Latest commit <TimestampDigits ts={latest.data.ts} className="font-mono" />
        </span>
      )}
      <span className="ml-auto hidden lg:inline">{formatBytes(totals.received)} read</span>
      <span className="hidden lg:inline">
        {formatCount(totals.requests)} requests
        {totals.retried > 0 && `, ${formatCount(totals.retried)} retried`}
      </span>
      <button
        type="button"
        aria-label="Time zone"
        title={zone === "utc" ? "Times are UTC. Press for local time." : "Times are local. Press for UTC."}
        onClick={() => setZone(zone === "utc" ? "local" : "utc")}
        className="focus-inset h-6 min-w-6 rounded-3 px-1 hover:text-ink max-lg:ml-auto"
      >
        {zone === "utc" ? "UTC" : "Local time"}
      </button>
    </footer>
  );
}
