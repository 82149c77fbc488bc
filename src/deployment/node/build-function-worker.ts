import { resolve } from "node:path";
import { build } from "vite";

/**
 * Builds the thread that runs functions, for the dev server and the tests. A worker thread is loaded by Node
 * itself, which does not read TypeScript, so neither can use the source as it stands.
 *
 * Leaves the built file's path in `DELTASCOPE_FUNCTION_WORKER`, where the spawner looks first.
 */
export async function setup(): Promise<void> {
  const outDir = resolve("node_modules/.cache/deltascope");
  await build({
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { "function-worker": "src/deployment/node/function-worker-thread.ts" },
        output: { entryFileNames: "[name].js" },
      },
    },
  });
  process.env["DELTASCOPE_FUNCTION_WORKER"] = resolve(outDir, "function-worker.js");
}
