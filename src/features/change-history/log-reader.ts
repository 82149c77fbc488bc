import type { Delta } from "#values/document.ts";
import type { Timestamp } from "#values/timestamp.ts";
import { buildChangeLog, type ChangeLog } from "./change-log.ts";
import { firstPace, nextPace, type Pace } from "./follow.ts";

/** What the deployment gave for one request (HTTP API: document_deltas). */
export interface LogPage {
  readonly deltas: readonly Delta[];
  readonly cursor: Timestamp;
  readonly hasMore: boolean;
  /** bytes */
  readonly received: number;
}

export interface LogReaderOptions {
  /** Exclusive, ns. */
  readonly since: Timestamp;
  readonly read: (cursor: Timestamp, signal: AbortSignal) => Promise<LogPage>;
  /** How many changes are kept at most. */
  readonly keep: number;
  /** Resolves after `ms`, and not before the page is seen; rejects when the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface LogReaderState {
  readonly log: ChangeLog;
  /** Everything up to here was read, ns. */
  readonly scannedTo: Timestamp;
  /** A request is under way that is not one of following. */
  readonly isReading: boolean;
  /** The end of the log was reached. */
  readonly isEnded: boolean;
  readonly isFollowing: boolean;
  /** As many changes as may be kept are here; reading goes on from `scannedTo` in a reading of its own. */
  readonly isFull: boolean;
  /** The deployment's log now ends before what was read: it was put back to an earlier state. */
  readonly wentBack: boolean;
  readonly error: unknown;
  readonly requests: number;
  /** bytes */
  readonly received: number;
}

/** Reads the log forward, page after page, and stays at its end while following. */
export interface LogReader {
  readonly since: Timestamp;
  readonly state: () => LogReaderState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins, or goes on after a stop or an error. */
  readonly open: () => void;
  readonly stop: () => void;
  readonly follow: (on: boolean) => void;
}

export function createLogReader(options: LogReaderOptions): LogReader {
  const { since } = options;
  const listeners = new Set<() => void>();
  const builder = buildChangeLog(since);
  let control: AbortController | undefined;
  let state: LogReaderState = {
    log: builder.log(),
    scannedTo: since,
    isReading: false,
    isEnded: false,
    isFollowing: false,
    isFull: false,
    wentBack: false,
    error: undefined,
    requests: 0,
    received: 0,
  };

  function set(change: Partial<LogReaderState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** Reads one page; whether there is a next one at once, and whether it brought anything. */
  async function step(signal: AbortSignal): Promise<{ hasMore: boolean; hasNews: boolean }> {
    const page = await options.read(state.scannedTo, signal);
    signal.throwIfAborted();
    const wentBack = page.cursor < state.scannedTo;
    const log = wentBack ? state.log : builder.add(page.deltas);
    set({
      log,
      wentBack,
      scannedTo: wentBack ? state.scannedTo : page.cursor,
      isFull: log.changes >= options.keep,
      isEnded: !page.hasMore && !wentBack,
      requests: state.requests + 1,
      received: state.received + page.received,
    });
    return { hasMore: page.hasMore, hasNews: page.deltas.length > 0 };
  }

  async function run(signal: AbortSignal) {
    let pace: Pace | undefined;
    while (!state.isFull && !state.wentBack) {
      const { hasMore, hasNews } = await step(signal);
      if (hasMore) continue;
      if (state.isReading) set({ isReading: false });
      if (!state.isFollowing) return;
      pace = pace === undefined ? firstPace : nextPace(pace, hasNews);
      await options.wait(pace.delay, signal);
    }
  }

  function open() {
    if (control !== undefined) return;
    const own = new AbortController();
    control = own;
    set({ isReading: !state.isEnded, error: undefined });
    void run(own.signal)
      .catch((error: unknown) => {
        if (!own.signal.aborted) set({ error, isFollowing: false });
      })
      .finally(() => {
        if (control !== own) return;
        control = undefined;
        set({ isReading: false, isFollowing: state.isFollowing && state.isEnded && !state.isFull });
      });
  }

  function stop() {
    control?.abort();
    control = undefined;
    set({ isReading: false, isFollowing: false });
  }

  return {
    since,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    stop,
    follow(on) {
      if (!on) return stop();
      set({ isFollowing: true });
      open();
    },
  };
}
