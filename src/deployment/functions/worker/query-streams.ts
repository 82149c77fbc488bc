/** How many documents the host is asked for at once: few at first, as most loops end early. */
const firstBatch = 8;
const largestBatch = 100;

interface Stream {
  readonly query: unknown;
  batch: number;
  /** Encoded documents received and not yet handed to the function; the next one is at `read`. */
  received: readonly unknown[];
  read: number;
  isStarted: boolean;
  isDone: boolean;
}

export interface StreamRequest {
  readonly queryId: number;
  /** The query itself, with the first request for it. */
  readonly query?: unknown;
  readonly max: number;
  /** How many documents of the last batch were not used, because a write may have changed them. */
  readonly unread: number;
}

export interface StreamBatch {
  readonly values: readonly unknown[];
  readonly done: boolean;
}

/** The queries a function is iterating over. Documents come in batches: a message for each would be slow. */
export class QueryStreams {
  readonly #streams = new Map<number, Stream>();
  #hasWritten = false;

  open(query: unknown): number {
    const queryId = this.#streams.size;
    this.#streams.set(queryId, {
      query,
      batch: firstBatch,
      received: [],
      read: 0,
      isStarted: false,
      isDone: false,
    });
    return queryId;
  }

  /** The function writes: what was read ahead may be stale, and from now on nothing is. */
  noteWrite(): void {
    this.#hasWritten = true;
  }

  /** The next document or the end. */
  async next(
    queryId: number,
    ask: (request: StreamRequest) => Promise<StreamBatch>,
  ): Promise<{ value: unknown; done: boolean }> {
    const stream = this.#streams.get(queryId);
    if (stream === undefined) throw new Error("Query stream not found");
    const left = stream.received.length - stream.read;
    if ((left === 0 && !stream.isDone) || (left > 0 && this.#hasWritten)) {
      const max = this.#hasWritten ? 1 : stream.batch;
      const query = stream.isStarted ? {} : { query: stream.query };
      stream.isStarted = true;
      const answer = await ask({ queryId, ...query, max, unread: left });
      stream.received = answer.values;
      stream.read = 0;
      stream.isDone = answer.done;
      stream.batch = Math.min(largestBatch, stream.batch * 4);
    }
    if (stream.read < stream.received.length) {
      const value = stream.received[stream.read];
      stream.read += 1;
      return { value, done: false };
    }
    return { value: null, done: true };
  }
}
