import workerUrl from "./worker/import.worker.ts?worker&url";
import { createWorker } from "#ui/trusted-worker.ts";
import type { FromWorker, ToWorker } from "./worker/protocol.ts";

/** A worker of the wizard: one job, then gone. `answer` rejects with Error when reading broke. */
export interface ReadingWorker {
  readonly tell: (message: ToWorker) => void;
  /** The next message that is no progress. */
  readonly answer: () => Promise<Exclude<FromWorker, { kind: "read" | "failed" }>>;
  readonly end: () => void;
}

type Answer = Awaited<ReturnType<ReadingWorker["answer"]>>;

/** Starts a worker; `onRead` hears how many bytes were read so far. */
export function startReadingWorker(onRead: (bytes: number) => void = () => undefined): ReadingWorker {
  const worker = createWorker(workerUrl);
  const come: (Answer | Error)[] = [];
  let taker: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  const hand = (answer: Answer | Error): void => {
    if (!taker) {
      come.push(answer);
      return;
    }
    if (answer instanceof Error) taker.reject(answer);
    else taker.resolve(answer);
    taker = undefined;
  };
  worker.addEventListener("message", (event: MessageEvent<FromWorker>) => {
    const message = event.data;
    if (message.kind === "read") onRead(message.bytes);
    else if (message.kind === "failed") hand(new Error(message.message));
    else hand(message);
  });
  worker.addEventListener("error", (event) =>
    hand(new Error(event.message || "The worker that reads did not start.")),
  );
  return {
    tell: (message) => worker.postMessage(message),
    answer: () =>
      new Promise((resolve, reject) => {
        taker = { resolve, reject };
        const first = come.shift();
        if (first !== undefined) hand(first);
      }),
    end: () => worker.terminate(),
  };
}
