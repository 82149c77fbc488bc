import type { Analysis } from "#deployment/functions/analysis.ts";
import type { FunctionWorker, WorkerEnd } from "#deployment/functions/function-worker.ts";
import type {
  Answer,
  FromWorker,
  Invocation,
  InvocationResult,
} from "#deployment/functions/worker-messages.ts";
import { Watchdog } from "./watchdog.ts";

/** How an invocation ended: by itself, or with its worker. */
export type InvocationEnd = InvocationResult | { readonly kind: "timedOut" } | WorkerEnd;

export interface InvocationHandlers {
  /** Undefined for functions that may take as long as they like. */
  readonly userTimeMs: number | undefined;
  answer(op: string, args: string): Answer | Promise<Answer>;
  log(line: string): void;
}

interface Running {
  readonly handlers: InvocationHandlers;
  readonly watchdog: Watchdog | undefined;
  readonly end: (end: InvocationEnd) => void;
  /** Calls that the host has not answered yet. */
  outstanding: number;
}

/** A worker and the one invocation it may be busy with. */
export class PooledWorker {
  /** What the modules export; rejects when they cannot be loaded. */
  readonly analysis: Promise<Analysis>;
  readonly #worker: FunctionWorker;
  #running: Running | undefined;
  #isAlive = true;

  constructor(worker: FunctionWorker) {
    this.#worker = worker;
    this.analysis = new Promise((resolve, reject) => {
      worker.onMessage((message) => {
        if (message.kind === "ready") resolve(message.analysis);
        else if (message.kind === "broken") reject(new Error(message.message));
        else this.#receive(message);
      });
      worker.onEnd((end) => {
        reject(new Error("The worker for functions ended while it started"));
        this.#isAlive = false;
        this.#running?.end(end);
      });
    });
    // Whoever waits for the worker hears of it; without anyone it must not count as unhandled.
    this.analysis.catch(() => {});
  }

  /** False once the worker has ended or was ended. */
  get isAlive(): boolean {
    return this.#isAlive;
  }

  terminate(): void {
    this.#isAlive = false;
    this.#worker.terminate();
    this.#running?.end({ kind: "crashed" });
  }

  /** Runs one function; only one at a time. */
  run(invocation: Invocation, handlers: InvocationHandlers): Promise<InvocationEnd> {
    return new Promise((resolve) => {
      const end = (result: InvocationEnd): void => {
        this.#running = undefined;
        watchdog?.stop();
        resolve(result);
      };
      const watchdog =
        handlers.userTimeMs === undefined
          ? undefined
          : new Watchdog(handlers.userTimeMs, () => this.#giveUp());
      this.#running = { handlers, watchdog, end, outstanding: 0 };
      this.#worker.post({ kind: "invoke", invocation });
      watchdog?.resume();
    });
  }

  #giveUp(): void {
    const running = this.#running;
    this.#running = undefined;
    this.terminate();
    running?.end({ kind: "timedOut" });
  }

  #receive(message: Exclude<FromWorker, { kind: "ready" | "broken" }>): void {
    const running = this.#running;
    // A call that its function never awaited may come in after the end.
    if (running === undefined) return;
    if (message.kind === "log") {
      running.handlers.log(message.line);
      return;
    }
    if (running.watchdog?.report(message.usedMs) === false) {
      this.#giveUp();
      return;
    }
    if (message.kind === "done") {
      running.end(message.result);
      return;
    }
    running.outstanding += 1;
    const answer = running.handlers.answer(message.op, message.args);
    if (answer instanceof Promise) void answer.then((late) => this.#reply(running, message.id, late));
    else this.#reply(running, message.id, answer);
  }

  #reply(running: Running, id: number, answer: Answer): void {
    if (this.#running !== running) return;
    running.outstanding -= 1;
    this.#worker.post({ kind: "answer", id, answer });
    if (running.outstanding === 0) running.watchdog?.resume();
  }
}
