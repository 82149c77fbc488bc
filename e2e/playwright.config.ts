import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "./find-browser.ts";

// Only looked for: this file is loaded by other tools too, and reading a config must install nothing. `npm test` and
// `npm run e2e` have installed one by now if none was here.
const browser = findBrowser();

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
    launchOptions: { ...(browser === undefined ? {} : { executablePath: browser }), args: launchArguments },
    screenshot: "only-on-failure",
    trace: "off",
  },
});
