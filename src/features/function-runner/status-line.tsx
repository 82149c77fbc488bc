import { Check, CircleSlash, CircleStop, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Instant } from "#parts/instant.tsx";
import { Badge } from "#ui/badge.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatDuration } from "#ui/format-duration.ts";
import { Status } from "#ui/status.tsx";
import type { Call, Ended, RunState } from "./run-state.ts";

const callers = { key: "deploy key", user: "user token", nobody: "nobody" } as const;

/** The line above an outcome: what became of it, how long it took, when, for whom. */
export function StatusLine(props: { state: RunState; changed: string | undefined }) {
  const { running, last } = props.state;
  const call = running ?? last?.call;
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1 text-12">
      <Status className="flex items-center gap-2 font-medium">
        {running !== undefined ? (
          <span>Running</span>
        ) : last !== undefined ? (
          <Ending last={last} />
        ) : (
          <span className="font-normal text-quiet">Not run yet</span>
        )}
      </Status>
      {running !== undefined && <Stopwatch key={running.startedAt} call={running} />}
      {running === undefined && last?.kind === "answered" && (
        <data value={last.outcome.received} className="text-quiet">
          {formatBytes(last.outcome.received)}
        </data>
      )}
      {call !== undefined && (
        <span className="text-ink-2">
          <span className="text-quiet">caller</span> {callers[call.caller]}
        </span>
      )}
      {running !== undefined && last !== undefined ? (
        <Badge>Below: the run before</Badge>
      ) : (
        props.changed !== undefined && <Badge>{props.changed}</Badge>
      )}
      {call !== undefined && (
        <Instant
          at={new Date(call.startedAt)}
          timeOnly
          milliseconds
          className="ml-auto text-quiet max-sm:hidden"
        />
      )}
    </div>
  );
}

function Ending({ last }: { last: Ended }) {
  const icon = { size: 14, strokeWidth: 1.5, "aria-hidden": true } as const;
  switch (last.kind) {
    case "answered": {
      const took = formatDuration(last.outcome.durationMs);
      return last.outcome.kind === "succeeded" ? (
        <>
          <Check {...icon} className="text-ok" />
          <span className="text-ok">Succeeded in {took}</span>
        </>
      ) : (
        <>
          <X {...icon} className="text-bad" />
          <span className="text-bad">Failed in {took}</span>
        </>
      );
    }
    case "stopped":
      return (
        <>
          <CircleStop {...icon} className="text-warn" />
          <span className="text-warn">Stopped after {formatDuration(last.durationMs)}</span>
        </>
      );
    case "problem":
      return (
        <>
          <CircleSlash {...icon} className="text-bad" />
          <span className="text-bad">No outcome</span>
        </>
      );
  }
}

/** Not part of the status: it would be read out ten times a second. */
function Stopwatch({ call }: { call: Call }) {
  const [now, setNow] = useState(call.startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden className="min-w-14 text-ink-2">
      {formatDuration(Math.max(0, now - call.startedAt))}
    </span>
  );
}
