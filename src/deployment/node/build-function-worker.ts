import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "vite";

const variable = "DELTASCOPE_FUNCTION_WORKER";
/** Inside node_modules, so that the built file finds the packages; one a process, so that two runs do not meet. */
const outDir = resolve(`node_modules/.cache/deltascope/${process.pid}`);

/**
 * Builds the thread that runs functions, for the dev server and the tests. A worker thread is loaded by Node
 * itself, which does not read TypeScript, so neither can use the source as it stands.
 *
 * Leaves the built file's path in `DELTASCOPE_FUNCTION_WORKER`, where the spawner looks first.
 */
export async function setup(): Promise<void> {
  if (process.env[variable] !== undefined) return;
  process.env[variable] = resolve(outDir, "function-worker.js");
  await build({
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: false,
      minify: false,
      // Stack frames of functions name the app's own files and lines.
      sourcemap: true,
      rolldownOptions: {
        input: {
          "function-worker": "src/deployment/node/function-worker-thread.ts",
          // The same thread with functions that only the tests of the host need.
          "function-test-worker": "src/deployment/node/function-test-worker-thread.ts",
        },
        output: { entryFileNames: "[name].js" },
      },
    },
  });
}

export function teardown(): void {
  rmSync(outDir, { recursive: true, force: true });
}
