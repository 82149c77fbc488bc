import { utf8Length } from "#values/convex-size.ts";
import { printJson, type JsonObject } from "#values/json.ts";

/** What a batch may hold at most. `bytes` of the request's body, `size` of its documents as the deployment counts. */
export interface BatchLimits {
  readonly records: number;
  readonly bytes: number;
  readonly size: number;
}

/**
 * A request of this size is one transaction, far below its limits (16,000 writes, 16 MiB written, and for keys
 * 4,096 reads), and short enough to be answered within a second or two.
 */
export const batchLimits: BatchLimits = { records: 1000, bytes: 1024 * 1024, size: 4 * 1024 * 1024 };

/** Records that go in one request. `number` counts from 1; lines are where its first and last record begin. */
export interface Batch {
  readonly number: number;
  readonly records: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Bytes of the request's body. */
  readonly bytes: number;
  /** The JSON of each record. */
  readonly texts: readonly string[];
}

/** The envelope that each record of a request is wrapped in: `{"tableName":"…","data":…},`, in bytes. */
function envelope(table: string): number {
  return utf8Length(`{"tableName":${JSON.stringify(table)},"data":},`);
}

/** Groups records into batches, in order; a record that is over a limit by itself makes a batch alone. */
export class BatchPacker {
  readonly #limits: BatchLimits;
  readonly #envelope: number;
  #number = 0;
  #texts: string[] = [];
  #bytes = 0;
  #size = 0;
  #firstLine = 0;
  #lastLine = 0;

  constructor(table: string, limits: BatchLimits = batchLimits) {
    this.#limits = limits;
    this.#envelope = envelope(table);
  }

  /** The batch that this record no longer fits into, if it closes one. */
  add(line: number, data: JsonObject, size: number): Batch | undefined {
    const text = printJson(data);
    const bytes = utf8Length(text) + this.#envelope;
    const { records, bytes: mostBytes, size: mostSize } = this.#limits;
    const isFull =
      this.#texts.length > 0 &&
      (this.#texts.length >= records || this.#bytes + bytes > mostBytes || this.#size + size > mostSize);
    const closed = isFull ? this.#close() : undefined;
    if (this.#texts.length === 0) this.#firstLine = line;
    this.#lastLine = line;
    this.#texts.push(text);
    this.#bytes += bytes;
    this.#size += size;
    return closed;
  }

  /** The last batch, if records are left. */
  end(): Batch | undefined {
    return this.#texts.length === 0 ? undefined : this.#close();
  }

  #close(): Batch {
    this.#number++;
    const batch: Batch = {
      number: this.#number,
      records: this.#texts.length,
      firstLine: this.#firstLine,
      lastLine: this.#lastLine,
      bytes: this.#bytes,
      texts: this.#texts,
    };
    this.#texts = [];
    this.#bytes = 0;
    this.#size = 0;
    return batch;
  }
}
