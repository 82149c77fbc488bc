import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium that is already here: the one named by CHROMIUM_PATH, Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
    return named;
  }
  return [chromium.executablePath(), ...systemPaths].find((path) => existsSync(path));
}

/** Finds a Chromium, or installs one; says each command before it runs. Never asks for more rights than it has. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  say("No Chromium is here; installing Playwright's own: npx playwright install chromium");
  run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const own = findBrowser();
  if (own !== undefined) return own;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    say("That did not work. Installing the system's: apt-get update, then");
    say("apt-get install -y --no-install-recommends chromium");
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    [
      "The tests need a Chromium and none could be found or installed. Any one of these helps:",
      "  1. npx playwright install chromium",
      "  2. install Chromium or Chrome with the system's package manager",
      "  3. set CHROMIUM_PATH to the program of a Chromium that is already there",
    ].join("\n"),
  );
}

/** Start options: the sandbox is given up only as root, where Chromium does not start with it. */
export const launchArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function run(program: string, args: readonly string[]): void {
  // Its own output goes to standard error: the last line of standard output belongs to the test counts.
  spawnSync(program, args, {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function say(sentence: string): void {
  console.error(sentence);
}
