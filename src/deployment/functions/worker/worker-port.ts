import type { FromWorker, ToWorker } from "#deployment/functions/worker-messages.ts";

/** The worker's end of the line to its host. */
export interface WorkerPort {
  post(message: FromWorker): void;
  onMessage(listener: (message: ToWorker) => void): void;
}
