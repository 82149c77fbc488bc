import { defineConfig } from "vitest/config";

const shared = {
  environment: "node" as const,
  globalSetup: "./src/deployment/node/build-function-worker.ts",
  testTimeout: 30_000,
  sequence: { shuffle: true },
};

export default defineConfig({
  test: {
    // One random order a run, printed, so that a test that leans on another shows itself.
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["src/**/*.test.ts", ".ci/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: ["src/contract/**"],
        },
      },
      { test: { ...shared, name: "contract", include: ["src/contract/*.test.ts"] } },
      { test: { ...shared, name: "client", include: ["src/contract/client/*.test.ts"] } },
    ],
  },
});
