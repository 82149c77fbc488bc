import type { DocumentId } from "#values/document.ts";
import type { Timestamp } from "#values/timestamp.ts";
import {
  hasPassed,
  letGo,
  newWalk,
  rowOf,
  wish,
  withNextPage,
  withPageAgain,
  type ReadPage,
  type Sight,
  type Walk,
  type Wish,
} from "./walk.ts";

export interface WalkerOptions {
  /** The snapshot to read at; undefined: the latest commit when the first page is read. */
  readonly at: Timestamp | undefined;
  readonly read: (request: PageRequest) => Promise<ReadPage>;
  /** How many documents are kept at most. */
  readonly keep: number;
}

export interface PageRequest {
  readonly snapshot: Timestamp | undefined;
  readonly cursor: string | undefined;
  readonly signal: AbortSignal;
}

export interface WalkerState {
  readonly walk: Walk;
  readonly isReading: boolean;
  /** What the last request met; nothing more is read until `retry`. */
  readonly error: unknown;
  /** The document that pages are read for, whatever is in sight. */
  readonly sought: DocumentId | undefined;
}

/** Reads pages one after the other, as far as what is in sight asks for them. */
export interface Walker {
  readonly at: Timestamp | undefined;
  readonly state: () => WalkerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins or goes on. */
  readonly open: () => void;
  /** Gives up the request under way; `open` goes on where it was. */
  readonly close: () => void;
  readonly look: (sight: Sight) => void;
  /** Reads on until the document is here or the end is reached; undefined stops that. */
  readonly seek: (id: DocumentId | undefined) => void;
  readonly retry: () => void;
}

export function createWalker(options: WalkerOptions): Walker {
  const listeners = new Set<() => void>();
  let state: WalkerState = { walk: newWalk, isReading: false, error: undefined, sought: undefined };
  let sight: Sight = { first: 0, last: 0 };
  let control: AbortController | undefined;

  function set(change: Partial<WalkerState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function nextWish(): Wish | undefined {
    const { walk, sought } = state;
    const missing = wish(walk, sight);
    if (missing || sought === undefined) return missing;
    if (walk.isEnded || rowOf(walk, sought) !== undefined || hasPassed(walk, sought)) return undefined;
    return { kind: "next", cursor: walk.next };
  }

  async function run(own: AbortController) {
    for (let missing = nextWish(); missing && state.error === undefined; missing = nextWish()) {
      if (!state.isReading) set({ isReading: true });
      try {
        const snapshot = state.walk.snapshot ?? options.at;
        const page = await options.read({ snapshot, cursor: missing.cursor, signal: own.signal });
        if (own.signal.aborted) return;
        const walk =
          missing.kind === "next"
            ? withNextPage(state.walk, page)
            : withPageAgain(state.walk, missing.page, page);
        set({ walk: letGo(walk, sight, options.keep) });
      } catch (error) {
        if (own.signal.aborted) return;
        set({ error });
      }
    }
    control = undefined;
    if (state.isReading) set({ isReading: false });
  }

  function open() {
    if (control !== undefined || state.error !== undefined) return;
    control = new AbortController();
    void run(control);
  }

  return {
    at: options.at,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    close() {
      control?.abort();
      control = undefined;
      if (state.isReading) set({ isReading: false });
    },
    look(next) {
      sight = next;
      open();
    },
    seek(id) {
      if (state.sought !== id) set({ sought: id });
      open();
    },
    retry() {
      set({ error: undefined });
      open();
    },
  };
}
