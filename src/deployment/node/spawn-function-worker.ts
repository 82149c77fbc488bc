import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FunctionWorker, WorkerEnd } from "#deployment/functions/function-worker.ts";
import { defaultLimits } from "#deployment/functions/limits.ts";
import type { FromWorker } from "#deployment/functions/worker-messages.ts";

/**
 * A thread ends alone when it runs out of memory, as long as no single step exceeds the limit by much: so there
 * are some megabytes on top for JSON text of what a function holds.
 */
const spareMegabytes = 64;

/** Starts a thread that runs functions. */
export function spawnFunctionWorker(file = functionWorkerFile()): FunctionWorker {
  const worker = new Worker(file, {
    // The environment may hold what is none of a function's business.
    env: {},
    // Stacks then show the app's own files and lines instead of the built one's.
    execArgv: ["--enable-source-maps"],
    resourceLimits: { maxOldGenerationSizeMb: defaultLimits.memoryMegabytes + spareMegabytes },
  });
  let end: WorkerEnd = { kind: "crashed" };
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.on("message", (message) => listener(message as FromWorker));
    },
    onEnd: (listener) => {
      worker.on("error", (error) => {
        const isOutOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        end = isOutOfMemory ? { kind: "outOfMemory" } : { kind: "crashed", thrown: error };
      });
      worker.on("exit", () => listener(end));
    },
    terminate: () => {
      void worker.terminate();
    },
  };
}

/**
 * The built thread: beside this file in the built output, and where nothing is built the file that
 * `DELTASCOPE_FUNCTION_WORKER` names.
 */
export function functionWorkerFile(): string {
  return (
    process.env["DELTASCOPE_FUNCTION_WORKER"] ?? fileURLToPath(new URL("function-worker.js", import.meta.url))
  );
}
