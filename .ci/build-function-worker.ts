import { resolve } from "node:path";
import { build } from "vite";

/**
 * Builds the thread that runs functions, once for a whole test run. A worker thread is loaded by Node itself,
 * which does not read TypeScript, so the tests cannot use the source as it stands.
 */
export async function setup(): Promise<void> {
  const entry = "src/deployment/node/function-worker-thread.ts";
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
      rolldownOptions: { input: { "function-worker": entry }, output: { entryFileNames: "[name].js" } },
    },
  });
  process.env["DELTASCOPE_FUNCTION_WORKER"] = resolve(outDir, "function-worker.js");
}
