import type { FunctionWorker } from "#deployment/functions/function-worker.ts";
import { PooledWorker } from "./pooled-worker.ts";

/** How many idle workers are kept: starting one takes longer than most calls. */
const mostIdle = 4;

/** Workers that are ready to run functions. Grows as calls come in at the same time; callers bound that. */
export class WorkerPool {
  readonly #spawn: () => FunctionWorker;
  readonly #idle: PooledWorker[] = [];
  readonly #busy = new Set<PooledWorker>();

  constructor(spawn: () => FunctionWorker) {
    this.#spawn = spawn;
  }

  /** Lends a worker to one piece of work. A worker that ended meanwhile is not used again. */
  async use<Result>(work: (worker: PooledWorker) => Promise<Result>): Promise<Result> {
    const worker = this.#idle.pop() ?? new PooledWorker(this.#spawn());
    this.#busy.add(worker);
    try {
      await worker.analysis;
      return await work(worker);
    } finally {
      this.#busy.delete(worker);
      if (worker.isAlive && this.#idle.length < mostIdle) this.#idle.push(worker);
      else worker.terminate();
    }
  }

  close(): void {
    for (const worker of [...this.#idle, ...this.#busy]) worker.terminate();
    this.#idle.length = 0;
  }
}
