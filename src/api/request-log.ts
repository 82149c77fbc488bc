/** One request as it may be shown: no header, no body, so no key and no document. */
interface LoggedRequest {
  readonly number: number;
  readonly method: string;
  readonly path: string;
  /** ms since the epoch */
  readonly sentAt: number;
  readonly durationMs: number;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** Length of the answer's text, in UTF-16 units; for the ASCII of most answers, bytes. */
  readonly received: number;
  /** 0 for the first try, 1 for the first repetition. */
  readonly attempt: number;
}

interface RequestTotals {
  readonly requests: number;
  readonly retried: number;
  readonly received: number;
}

/** What was asked of the deployment since the connection was made; the newest entries only are kept. */
export interface RequestLog {
  readonly record: (request: Omit<LoggedRequest, "number">) => void;
  /** Calls `listener` after every request; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something is recorded. */
  readonly totals: () => RequestTotals;
  readonly entries: () => readonly LoggedRequest[];
}

export function createRequestLog(keep = 500): RequestLog {
  let totals: RequestTotals = { requests: 0, retried: 0, received: 0 };
  let entries: readonly LoggedRequest[] = [];
  const listeners = new Set<() => void>();
  return {
    record(request) {
      totals = {
        requests: totals.requests + 1,
        retried: totals.retried + (request.attempt > 0 ? 1 : 0),
        received: totals.received + request.received,
      };
      entries = [...entries.slice(1 - keep), { ...request, number: totals.requests }];
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    totals: () => totals,
    entries: () => entries,
  };
}
