import { Instant } from "#parts/instant.tsx";
import { Button } from "#ui/button.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";
import { Progress } from "#ui/progress.tsx";
import type { Timestamp } from "#values/timestamp.ts";
import { keptChanges } from "./use-log-reader.ts";
import type { LogReaderState } from "./log-reader.ts";

/** How far the log was read, how much that was, and whether it was all. */
export function ScanBar(props: {
  state: LogReaderState;
  latest: Timestamp | undefined;
  onStop: () => void;
  onReadOn: () => void;
  /** Begins a new reading where this one ends. */
  onGoOn: () => void;
}) {
  const { state, latest } = props;
  const { scannedTo, isReading, isEnded, isFull, isFollowing } = state;
  const hasMore = !isEnded || (latest !== undefined && latest > scannedTo);
  const pages = state.requests === 1 ? "page" : "pages";
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1.5 text-12">
      <span className="text-ink-2">
        {scannedTo === state.log.since ? (
          isEnded ? (
            "The log was read"
          ) : (
            "Nothing read yet"
          )
        ) : (
          <>
            Scanned to <Instant at={scannedTo} milliseconds />
          </>
        )}
      </span>
      <span className="text-quiet">
        {formatCount(state.requests)} {pages}, {formatBytes(state.received)}
      </span>
      <span role="status" className="text-quiet">
        {isReading
          ? "Reading…"
          : isFull
            ? `${formatCount(keptChanges)} changes are kept at once`
            : isFollowing
              ? "Following"
              : isEnded
                ? "The end of the log was reached"
                : state.error === undefined && "Stopped"}
      </span>
      <span className="ml-auto flex items-center gap-3">
        {isReading && (
          <Progress label="Scan" value={progress(state, latest)} className="w-24 max-sm:hidden" />
        )}
        {isReading && (
          <Button size="small" onClick={props.onStop}>
            Stop
          </Button>
        )}
        {isFull && (
          <Button size="small" onClick={props.onGoOn}>
            Go on from here
          </Button>
        )}
        {!isReading && !isFull && !isFollowing && hasMore && (
          <Button size="small" onClick={props.onReadOn}>
            Read on
          </Button>
        )}
      </span>
    </div>
  );
}

/** The part of the time that was read; nothing better is known before the end. */
function progress({ scannedTo, log }: LogReaderState, latest: Timestamp | undefined): number | undefined {
  // From 0 on, the first commit is unknown, so any part would be invented.
  if (latest === undefined || log.since === 0n || latest <= log.since) return undefined;
  return Number(scannedTo - log.since) / Number(latest - log.since);
}
