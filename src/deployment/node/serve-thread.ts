import { parentPort } from "node:worker_threads";
import type { Modules } from "#deployment/functions/worker/analyze-modules.ts";
import { serveFunctions } from "#deployment/functions/worker/serve-functions.ts";
import type { ToWorker } from "#deployment/functions/worker-messages.ts";

/** Makes the current worker thread run these functions. @param root their folder, as stacks name it */
export function serveThread(modules: Modules, root: string): void {
  const port = parentPort;
  if (port === null) throw new Error("This file runs as a worker thread only");
  serveFunctions({
    modules,
    root,
    port: {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.on("message", (message) => listener(message as ToWorker));
      },
    },
    scope: globalThis,
  });
}
