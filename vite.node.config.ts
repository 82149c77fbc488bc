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
    rolldownOptions: {
      input: {
        start: "src/deployment/node/start.ts",
        deployment: "src/deployment/node/deployment.ts",
        "function-worker": "src/deployment/node/function-worker-thread.ts",
        read: "src/reading/node/read.ts",
        test: ".ci/test.ts",
        bench: "e2e/bench/bench.ts",
      },
      output: { entryFileNames: "[name].js" },
    },
  },
});
