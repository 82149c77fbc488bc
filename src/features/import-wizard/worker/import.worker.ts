import { doJob } from "./do-job.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

let asked = 0;
let wake: (() => void) | undefined;

/** Resolves once for each `next` of the page, those that came early included. */
async function wanted(): Promise<void> {
  if (asked === 0) await new Promise<void>((resolve) => (wake = resolve));
  asked--;
}

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  if (event.data.kind === "next") {
    asked++;
    wake?.();
    return;
  }
  const say = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void => {
    self.postMessage(message, { transfer: [...transfer] });
  };
  void doJob(event.data, say, wanted);
});
