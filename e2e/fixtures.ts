import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { test as base, type Page } from "@playwright/test";
import type { RunTimeConfig } from "#deployment/node/run-time-config.ts";
import { staticServer } from "#deployment/node/static-server.ts";

export { expect } from "@playwright/test";

/** The instant that deployment and page share in every test. */
const testInstant = "2026-01-15T12:00:00Z";

/** A running embedded deployment, a program of its own as for a person. */
export interface RunningDeployment {
  readonly url: string;
  readonly adminKey: string;
  readonly name: string;
  /** Calls the deployment's HTTP API with the admin key. */
  fetch(path: string, init?: DeploymentRequest): Promise<Response>;
}

interface DeploymentRequest {
  readonly method?: string;
  readonly body?: string;
}

/** What the embedded deployment is started with; changed for a file of tests by `test.use({ deploymentOptions })`. */
interface DeploymentStart {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly faults?: unknown;
  readonly empty?: boolean;
}

interface Fixtures {
  deploymentStart: DeploymentStart;
  /** A fresh deployment with the sample data. */
  deployment: RunningDeployment;
  /** The page's address; the dashboard there knows `deployment` with its key unless `knowsDeployment` is false. */
  dashboardUrl: string;
  knowsDeployment: boolean;
  /** Opens a place, for example `openPlace("data")`. */
  openPlace: (place: string) => Promise<void>;
}

interface WorkerFixtures {
  site: { url: string; config: RunTimeConfig };
  /** A data file with the sample, seeded once a worker and copied for each test. */
  seededFile: string;
}

const folder = resolve("test-results/deployments");

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site: { url: string; config: RunTimeConfig } = { url: "", config: { deployments: [] } };
      const server = staticServer({ folder: resolve("dist/web"), config: () => site.config });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      await use(site);
      server.closeAllConnections();
      server.close();
    },
    { scope: "worker" },
  ],
  seededFile: [
    async ({}, use, info) => {
      mkdirSync(folder, { recursive: true });
      const file = resolve(folder, `seed-${info.workerIndex}.sqlite`);
      const seeding = await startDeployment(["--data", file, "--options", optionsText({})]);
      await end(seeding.process);
      await use(file);
    },
    { scope: "worker" },
  ],
  deploymentStart: [{}, { option: true }],
  knowsDeployment: [true, { option: true }],
  deployment: async ({ deploymentStart, seededFile }, use, info) => {
    const file = resolve(folder, `${info.testId}-${info.repeatEachIndex}.sqlite`);
    if (deploymentStart.empty !== true) copyDatabase(seededFile, file);
    const running = await startDeployment([
      "--data",
      file,
      "--options",
      optionsText(deploymentStart.options ?? {}),
      ...(deploymentStart.faults === undefined ? [] : ["--faults", JSON.stringify(deploymentStart.faults)]),
      ...(deploymentStart.empty === true ? ["--empty"] : []),
    ]);
    await use(running);
    await end(running.process);
    for (const suffix of databaseSuffixes) rmSync(file + suffix, { force: true });
  },
  dashboardUrl: async ({ site, deployment, knowsDeployment }, use) => {
    const { name, url, adminKey } = deployment;
    site.config = { deployments: knowsDeployment ? [{ name, url, key: adminKey }] : [] };
    await use(site.url);
  },
  openPlace: async ({ page, dashboardUrl }, use) => {
    await use((place) => open(page, dashboardUrl, place));
  },
  page: async ({ page }, use) => {
    await page.clock.install({ time: testInstant });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      // A refused request is part of many tests; a violated policy or a broken component is part of none.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        faults.push(message.text());
      }
    });
    await use(page);
    if (faults.length > 0) throw new Error(`The page reported: ${faults.join("\n")}`);
  },
});

async function open(page: Page, dashboardUrl: string, place: string): Promise<void> {
  await page.goto(`${dashboardUrl}#/${place}`);
}

const databaseSuffixes = ["", "-wal", "-shm", ".key"];

function copyDatabase(from: string, to: string): void {
  for (const suffix of databaseSuffixes) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
  }
}

function optionsText(options: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ clock: testInstant, ...options });
}

async function startDeployment(
  args: readonly string[],
): Promise<RunningDeployment & { process: ChildProcess }> {
  const child = spawn(process.execPath, ["dist/node/deployment.js", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(([code]) => [`exit ${code}`]),
  ])) as [string];
  if (!line.startsWith("{")) throw new Error(`The embedded deployment did not start: ${line}`);
  const { url, adminKey, name } = JSON.parse(line) as { url: string; adminKey: string; name: string };
  return {
    url,
    adminKey,
    name,
    process: child,
    fetch: (path, init = {}) =>
      fetch(url + path, {
        ...init,
        headers: { Authorization: `Convex ${adminKey}`, "Content-Type": "application/json" },
      }),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
