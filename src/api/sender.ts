import type { Connection } from "./connection.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";

/** What a request is sent with. Everything of the world comes in here, so that a test can hold it. */
export interface Sender {
  readonly connection: Connection;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Resolves after `ms`, rejects when the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** From 0 to 1, for the jitter between repetitions. */
  readonly random: () => number;
  readonly log: RequestLog;
}

export type SenderOptions = Partial<Omit<Sender, "connection">>;

export function createSender(connection: Connection, options: SenderOptions = {}): Sender {
  return {
    connection,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    wait: options.wait ?? wait,
    random: options.random ?? Math.random,
    log: options.log ?? createRequestLog(),
  };
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
