import { defineConfig } from "vite";

/**
 * The programs that run in Node: Node 20 does not run TypeScript, so each command of package.json is an entry
 * of this build. Packages stay outside; they are in node_modules anyway.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/node",
    minify: false,
    // Stack frames of functions name the app's own files and lines.
    sourcemap: true,
    rolldownOptions: {
      input: {
        start: "src/deployment/node/start.ts",
        deployment: "src/deployment/node/deployment.ts",
        "function-worker": "src/deployment/node/function-worker-thread.ts",
        read: "src/reading/node/read.ts",
        test: ".ci/test.ts",
        bench: "e2e/bench/bench.ts",
      },
      // Side by side: the file that starts a worker looks for the worker's file beside itself.
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
