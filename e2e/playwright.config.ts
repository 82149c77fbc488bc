import { defineConfig } from "@playwright/test";
import { ensureBrowser, launchArguments } from "./find-browser.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/journeys.json" }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    launchOptions: { executablePath: ensureBrowser(), args: launchArguments },
    screenshot: "only-on-failure",
    trace: "off",
  },
});
