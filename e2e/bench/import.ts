import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Page } from "@playwright/test";
import { staticServer } from "#deployment/node/static-server.ts";
import { ensureBrowser, launchArguments } from "../find-browser.ts";
import { median, type BenchResult } from "./bench-result.ts";

const megabytes = Number(process.env["DELTASCOPE_BENCH_MEGABYTES"] ?? 300);
const sampleMs = 500;

/**
 * A large file through the wizard, from the choice to Review, where it has been read twice: how fast each reading
 * is, and what memory the tab takes meanwhile (resident, of its process with its workers; and the page's own heap).
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "deltascope-bench-"));
  const deployment = spawn(process.execPath, ["dist/node/deployment.js", "--port", "0", "--empty"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: deployment.stdout }), "line")) as [string];
  const { url, adminKey, name } = JSON.parse(line) as { url: string; adminKey: string; name: string };
  const server = staticServer({
    folder: "dist/web",
    config: () => ({ deployments: [{ name, url, key: adminKey }] }),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/#/import`);
    await page.getByRole("list", { name: "Steps" }).waitFor();
    const memory = await watchMemory(page);
    const rows: (string | number)[][] = [];
    const samples: Record<string, number[]> = {};
    for (const size of [megabytes / 30, megabytes]) {
      const file = join(folder, `${size}.csv`);
      const records = await writeFile(file, size);
      const read = await measured(memory, async () => {
        await page.getByLabel("File", { exact: true }).setInputFiles(file);
        const told = page.getByRole("status").filter({ hasText: records.toLocaleString("en-US") });
        await told.first().waitFor({ state: "attached", timeout: 600_000 });
      });
      await page.getByRole("button", { name: "Next", exact: true }).click();
      await page.getByRole("button", { name: "Next", exact: true }).click();
      await page.getByRole("combobox", { name: "Table" }).fill("measured");
      const rehearsed = await measured(memory, async () => {
        await page.getByRole("button", { name: "Next", exact: true }).click();
        const start = page.locator('button:not([aria-disabled="true"])', { hasText: "Start import" });
        await start.waitFor({ timeout: 600_000 });
      });
      for (const [what, { ms, resident, heap }] of [
        ["typed cell by cell", read],
        ["rehearsed at Review", rehearsed],
      ] as const) {
        const rate = Math.round((size / ms) * 10_000) / 10;
        rows.push([
          `${size} MB, ${records} records, ${what}`,
          rate,
          median(resident),
          Math.max(...resident),
          Math.max(...heap),
        ]);
        samples[`${size} MB ${what}: resident MB every ${sampleMs} ms`] = resident;
        samples[`${size} MB ${what}: page heap MB every ${sampleMs} ms`] = heap;
      }
      await page.reload();
      await page.getByRole("list", { name: "Steps" }).waitFor();
    }
    const columns = ["reading", "MB/s", "resident MB (median)", "(most)", "page heap MB (most)"];
    return {
      name: "import",
      tables: [{ title: "A file in the wizard, in Chromium", columns, rows }],
      samples,
    };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    deployment.kill("SIGTERM");
    await once(deployment, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Memory {
  /** MB now: resident memory of the tab's process, and the JavaScript heap of the page. */
  now(): Promise<{ resident: number; heap: number }>;
}

async function watchMemory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return {
    now: async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      const heap = metrics.find((metric) => metric.name === "JSHeapUsedSize")?.value ?? Number.NaN;
      return { resident: largestRenderer(), heap: Math.round(heap / 1e6) };
    },
  };
}

/** Resident MB of the largest renderer on this machine, as Linux tells it; elsewhere not a number. */
function largestRenderer(): number {
  const sizes = [0];
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (!readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer")) continue;
      const pages = Number(readFileSync(`/proc/${name}/statm`, "utf8").split(" ")[1]);
      sizes.push(Math.round((pages * 4096) / 1e6));
    } catch {
      // The process has ended between the two looks.
    }
  }
  return Math.max(...sizes);
}

async function measured(
  memory: Memory,
  job: () => Promise<void>,
): Promise<{ ms: number; resident: number[]; heap: number[] }> {
  const resident: number[] = [];
  const heap: number[] = [];
  let looks = Promise.resolve();
  const look = () => {
    looks = memory.now().then((found) => {
      resident.push(found.resident);
      heap.push(found.heap);
    });
  };
  look();
  const timer = setInterval(look, sampleMs);
  const started = performance.now();
  await job();
  const ms = performance.now() - started;
  clearInterval(timer);
  await looks;
  return { ms, resident, heap };
}

/** Writes a CSV file of the size wanted; answers how many records it has. */
async function writeFile(path: string, size: number): Promise<number> {
  const file = await open(path, "w");
  let records = 0;
  let written = 0;
  await file.write("number,name,email,note,balance,active,joined\n");
  while (written < size * 1e6) {
    let text = "";
    for (let line = 0; line < 10_000; line += 1) {
      const note =
        records % 3 === 0
          ? `"Called back, ""later"" was fine\nand again in ${records % 100} days"`
          : "Nothing to add";
      text += `${records},Customer ${records},customer-${records}@example.com,${note},${(records * 7919) % 100_003}.5,${records % 2 === 0},2026-01-15\n`;
      records += 1;
    }
    written += (await file.write(text)).bytesWritten;
  }
  await file.close();
  return records;
}
