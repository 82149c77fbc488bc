import { useMemo, type ReactNode } from "react";
import { historyPlace } from "#places/history-place.ts";
import { PageProblem } from "#parts/page-problem.tsx";
import { Instant } from "#parts/instant.tsx";
import { SidePage } from "#parts/side-page.tsx";
import { usePlace } from "#parts/use-place.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { formatCount } from "#ui/format-count.ts";
import { Notice } from "#ui/notice.tsx";
import { SkeletonList } from "#ui/skeleton-list.tsx";
import type { Timestamp } from "#values/timestamp.ts";
import { ChangeFeed } from "./change-feed.tsx";
import { ChangesOverTime } from "./changes-over-time.tsx";
import { FollowSwitch } from "./follow-switch.tsx";
import { LogFilters } from "./log-filters.tsx";
import { LogProblem } from "./log-problem.tsx";
import { countChanges, matching } from "./matching.ts";
import { ScanBar } from "./scan-bar.tsx";
import { sinceChoices } from "./since-choices.ts";
import { useLogReader } from "./use-log-reader.ts";

/** The log since a moment: how far it was read, and its transactions. */
export function LogView(props: { since: Timestamp; latest: Timestamp }) {
  const { since, latest } = props;
  const [place, go] = usePlace(historyPlace);
  const { reader, state } = useLogReader(since, place.table, place.component ?? "");
  const { log } = state;
  const { kind, document } = place;
  const shown = useMemo(() => matching(log.transactions, { kind, document }), [log, kind, document]);
  const goSince = (next: Timestamp) => go({ ...place, since: next.toString() });
  const hasRead = state.requests > 0;

  return (
    <SidePage label="Filters" side={() => <LogFilters latest={latest} counts={log.counts} />}>
      {(opener) => (
        <>
          <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
            {opener}
            <h1 className="text-14 font-semibold">History</h1>
            <span className="text-12 text-quiet">
              {hasRead && count(countChanges(shown), "change")}
              {hasRead && <span className="max-sm:hidden"> in {count(shown.length, "transaction")}</span>}
            </span>
            <span className="ml-auto">
              <FollowSwitch isOn={state.isFollowing} isFull={state.isFull} onTurn={reader.follow} />
            </span>
          </header>
          {(state.error === undefined || hasRead) && (
            <ScanBar
              state={state}
              latest={latest}
              onStop={reader.stop}
              onReadOn={reader.open}
              onGoOn={() => goSince(state.scannedTo)}
            />
          )}
          <ChangesOverTime transactions={shown} since={since} scannedTo={state.scannedTo} onSince={goSince} />
          {state.wentBack && (
            <Notice
              tone="warn"
              alert
              title="The deployment’s log now ends before what was read"
              className="m-3"
            >
              It was put back to an earlier state or replaced by another. What is shown is from before. Choose
              a moment again to read the log as it is now.
            </Notice>
          )}
          {state.error !== undefined && hasRead && (
            <PageProblem
              title="The next page of the log could not be read"
              error={state.error}
              onRetry={reader.open}
            />
          )}
          {state.error !== undefined && !hasRead && (
            <LogProblem
              error={state.error}
              since={since}
              latest={latest}
              onRetry={reader.open}
              onSince={goSince}
            />
          )}
          {shown.length > 0 ? (
            <ChangeFeed
              key={`${since} ${place.table} ${place.component} ${kind} ${document}`}
              transactions={shown}
              isBusy={state.isReading}
            />
          ) : (
            state.error === undefined && (
              <section aria-label="Changes" className="min-h-0 grow overflow-y-auto">
                {state.isReading ? (
                  <SkeletonList label="Reading the change log" rows={8} rowHeight={33} />
                ) : !hasRead ? (
                  <Empty title="Nothing was read yet">Reading was stopped before its first page.</Empty>
                ) : (
                  <NoChanges since={since} scannedTo={state.scannedTo} isEnded={state.isEnded}>
                    {wider(latest, since).map(({ label, ts }) => (
                      <Button key={label} onClick={() => goSince(ts)}>
                        {label}
                      </Button>
                    ))}
                  </NoChanges>
                )}
              </section>
            )
          )}
        </>
      )}
    </SidePage>
  );
}

function NoChanges(props: { since: Timestamp; scannedTo: Timestamp; isEnded: boolean; children: ReactNode }) {
  const { since, scannedTo, isEnded } = props;
  return (
    <Empty title={isEnded ? "No changes" : "No changes so far"} actions={props.children}>
      No changes since {since === 0n ? "the log begins" : <Instant at={since} />}. Scanned to{" "}
      <Instant at={scannedTo} />; nothing matched.
    </Empty>
  );
}

/** The next two starts that reach further back. */
function wider(latest: Timestamp, since: Timestamp) {
  return sinceChoices
    .map(({ label, from }) => ({ label, ts: from(latest) }))
    .filter(({ ts }) => ts < since - 60_000_000_000n)
    .slice(0, 2);
}

function count(number: number, noun: string): string {
  return `${formatCount(number)} ${number === 1 ? noun : `${noun}s`}`;
}
