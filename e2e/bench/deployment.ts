import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Page } from "@playwright/test";
import { ensureBrowser, launchArguments } from "../find-browser.ts";
import { median, type BenchResult } from "./bench-result.ts";

const documents = Number(process.env["DELTASCOPE_BENCH_DOCUMENTS"] ?? 1_000_000);
const recordsPerRequest = 4_000;
const queriesPerRun = 2_000;
/** How many pages at each place of the table are taken together, since one page alone is at the mercy of the machine. */
const pagesPerPlace = 20;

/**
 * The embedded deployment at a million documents, asked from a page in Chromium across origins as the dashboard
 * does: records imported a second, the time of a snapshot page against its place in the table, queries a second.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "deltascope-bench-"));
  const deployment = await startDeployment(join(folder, "bench.sqlite"));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments });
  try {
    const page = await browser.newPage();
    await page.goto(`${deployment.url}/instance_name`);
    const imports = await importDocuments(page, deployment);
    const pages = await walk(page, deployment);
    const one = await query(page, deployment, 1);
    const eight = await query(page, deployment, 8);
    return {
      name: "deployment",
      tables: [
        {
          title: "Append by import_airbyte_records",
          columns: ["documents", "records a request", "records a second"],
          rows: [[documents, recordsPerRequest, perSecond(documents, sum(imports))]],
        },
        {
          title: `One page of list_snapshot (1,024 documents) against its place, median of ${pagesPerPlace}`,
          columns: ["place in the table", "ms", "to the start"],
          rows: placesOf(pages),
        },
        {
          title: `Queries (users:get), ${queriesPerRun} each`,
          columns: ["at once", "a second", "median ms"],
          rows: [
            [1, perSecond(queriesPerRun, one.total), round(median(one.each))],
            [8, perSecond(queriesPerRun, eight.total), round(median(eight.each))],
          ],
        },
      ],
      samples: {
        "import request, ms": imports.map(round),
        "snapshot page, ms": pages.map(round),
        "query one at a time, ms": one.each.map(round),
        "query eight at once, ms": eight.each.map(round),
      },
    };
  } finally {
    await browser.close();
    await deployment.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Deployment {
  readonly url: string;
  readonly adminKey: string;
  end(): Promise<void>;
}

async function startDeployment(file: string): Promise<Deployment> {
  const child = spawn(process.execPath, ["dist/node/deployment.js", "--port", "0", "--data", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { url, adminKey } = JSON.parse(line) as { url: string; adminKey: string };
  return {
    url,
    adminKey,
    end: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** Appends the documents; answers the milliseconds of each request. */
function importDocuments(page: Page, { url, adminKey }: Deployment): Promise<number[]> {
  return page.evaluate(
    async ({ url, adminKey, documents, recordsPerRequest }) => {
      const times: number[] = [];
      for (let first = 0; first < documents; first += recordsPerRequest) {
        const messages = [];
        for (let number = first; number < Math.min(documents, first + recordsPerRequest); number += 1) {
          const data = {
            number,
            name: `Customer ${number}`,
            email: `customer-${number}@example.com`,
            plan: number % 7 === 0 ? "enterprise" : "free",
            balance: (number * 7919) % 100_003,
            active: number % 3 !== 0,
            tags: ["imported", `group-${number % 97}`],
          };
          messages.push({ tableName: "customers", data });
        }
        const body = JSON.stringify({ tables: { customers: { jsonSchema: {} } }, messages });
        const started = performance.now();
        const response = await fetch(`${url}/api/streaming_import/import_airbyte_records`, {
          method: "POST",
          headers: { Authorization: `Convex ${adminKey}`, "Content-Type": "application/json" },
          body,
        });
        times.push(performance.now() - started);
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      }
      return times;
    },
    { url, adminKey, documents, recordsPerRequest },
  );
}

/** Reads the whole table page after page; answers the milliseconds of each. */
function walk(page: Page, { url, adminKey }: Deployment): Promise<number[]> {
  return page.evaluate(
    async ({ url, adminKey }) => {
      const times: number[] = [];
      let next = "";
      for (;;) {
        const started = performance.now();
        const response = await fetch(`${url}/api/list_snapshot?tableName=customers${next}`, {
          headers: { Authorization: `Convex ${adminKey}` },
        });
        const text = await response.text();
        times.push(performance.now() - started);
        // The tail alone is read, as text: the snapshot has more digits than a number holds.
        const [, snapshot, cursor] =
          /"snapshot":(\d+),"cursor":(null|"(?:[^"\\]|\\.)*")/.exec(text.slice(-400)) ?? [];
        if (snapshot === undefined || cursor === undefined) throw new Error(text.slice(0, 400));
        if (cursor === "null") return times;
        next = `&snapshot=${snapshot}&cursor=${encodeURIComponent(JSON.parse(cursor) as string)}`;
      }
    },
    { url, adminKey },
  );
}

function query(page: Page, { url }: Deployment, atOnce: number): Promise<{ total: number; each: number[] }> {
  return page.evaluate(
    async ({ url, atOnce, queriesPerRun }) => {
      const ask = async (path: string, args: unknown) => {
        const response = await fetch(`${url}/api/query`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ path, args, format: "json" }),
        });
        const answer = (await response.json()) as { status: string; value: { _id: string }[] };
        if (answer.status !== "success") throw new Error(JSON.stringify(answer));
        return answer.value;
      };
      const [user] = await ask("users:list", {});
      if (user === undefined) throw new Error("The sample has no users.");
      const each: number[] = [];
      let left = queriesPerRun;
      const started = performance.now();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left > 0) {
            left -= 1;
            const before = performance.now();
            await ask("users:get", { id: user._id });
            each.push(performance.now() - before);
          }
        }),
      );
      return { total: performance.now() - started, each };
    },
    { url, atOnce, queriesPerRun },
  );
}

function placesOf(times: readonly number[]): (string | number)[][] {
  const at = (share: number) => {
    const first = Math.round(share * Math.max(0, times.length - 1 - pagesPerPlace));
    return median(times.slice(first, first + pagesPerPlace));
  };
  const start = at(0);
  return [0, 0.25, 0.5, 0.75, 1].map((share) => [
    `${share * 100} %`,
    round(at(share)),
    round(at(share) / start),
  ]);
}

function perSecond(count: number, ms: number): number {
  return Math.round((count * 1000) / ms);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
