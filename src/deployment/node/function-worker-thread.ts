import { parentPort } from "node:worker_threads";
import { serveFunctions } from "#deployment/functions/worker/serve-functions.ts";
import type { ToWorker } from "#deployment/functions/worker-messages.ts";
import { sampleModules } from "#deployment/sample/sample-modules.ts";

const port = parentPort;
if (port === null) throw new Error("This file runs as a worker thread only");

serveFunctions({
  modules: sampleModules,
  root: "/deployment/sample/",
  port: {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on("message", (message) => listener(message as ToWorker));
    },
  },
  scope: globalThis,
});
