import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "../e2e/find-browser.ts";
import { openWalls } from "./layers.ts";
import { readLockFaults } from "./lock-file.ts";
import { sizes } from "./size.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const results = "test-results";
const node = process.execPath;

/**
 * `npm test`: every check, one after the other, and at the end the one line that counts them. A check that did
 * not run has failed. With `--static` (`npm run check`), only those that need no test runner; with `--browser`
 * (`npm run e2e`), only the browser tests, and those alone that the words behind it name.
 */
async function main(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const part = process.argv[2];
  const counts: Count[] = [];
  if (part !== "--browser") counts.push(...(await staticChecks()));
  if (part === undefined) {
    counts.push(await runner("unit, contract and client tests", "vitest.json", vitestCommand, countVitest));
  }
  if (part !== "--static") counts.push(await browserTests(process.argv.slice(3)));
  const total = counts.reduce(add);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  // A test left out is a test that did not run.
  process.exit(total.failed + total.skipped > 0 ? 1 : 0);
}

async function staticChecks(): Promise<Count[]> {
  return [
    await command("format", ["node_modules/oxfmt/bin/oxfmt", "--check"]),
    await command("types", ["node_modules/typescript/bin/tsc", "-b"]),
    await command("lint", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"]),
    check("layers", openWalls),
    await command("dead code", ["node_modules/knip/bin/knip.js"]),
    check("lock file", readLockFaults),
    check("build", missingFiles),
    check("size", overweight),
  ];
}

const vitestCommand = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}/vitest.json`,
];

async function browserTests(words: readonly string[]): Promise<Count> {
  try {
    console.log(`browser: ${ensureBrowser()}`);
  } catch (error) {
    return report("browser tests", [error instanceof Error ? error.message : String(error)]);
  }
  const args = ["node_modules/@playwright/test/cli.js", "test", "-c", "e2e/playwright.config.ts", ...words];
  return runner("browser tests", "journeys.json", args, countPlaywright);
}

/** A program that passes by its exit code alone, and counts as one. */
async function command(name: string, args: readonly string[]): Promise<Count> {
  const { code, output } = await run(args, false);
  return report(name, code === 0 ? [] : [output.trim() || `ended with exit code ${code}`]);
}

function check(name: string, faults: () => readonly string[]): Count {
  try {
    return report(name, faults());
  } catch (error) {
    return report(name, [error instanceof Error ? error.message : String(error)]);
  }
}

function report(name: string, faults: readonly string[]): Count {
  console.log(`${faults.length === 0 ? "ok" : "FAILED"}: ${name}`);
  for (const fault of faults) console.log(`  ${fault.replaceAll("\n", "\n  ")}`);
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, skipped: 0 };
}

/** A test runner, whose own report says how many passed; none is a failure, and so is a bad end without one. */
async function runner(
  name: string,
  file: string,
  args: readonly string[],
  count: (report: unknown) => Count,
): Promise<Count> {
  const { code } = await run(args, true);
  const path = `${results}/${file}`;
  if (!existsSync(path)) return report(`${name} (no report)`, [`ended with exit code ${code}`]);
  const counted = count(JSON.parse(readFileSync(path, "utf8")));
  const unnoticed = (code !== 0 && counted.failed === 0) || counted.passed === 0 ? 1 : 0;
  console.log(`${counted.failed + unnoticed === 0 ? "ok" : "FAILED"}: ${name}, ${counted.passed} passed`);
  return { ...counted, failed: counted.failed + unnoticed };
}

function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

function countPlaywright(report: unknown): Count {
  const { expected, unexpected, flaky, skipped } = (report as { stats: Record<string, number> }).stats;
  return { passed: expected ?? 0, failed: (unexpected ?? 0) + (flaky ?? 0), skipped: skipped ?? 0 };
}

function missingFiles(): string[] {
  const built = [
    "web/index.html",
    "node/start.js",
    "node/deployment.js",
    "node/read.js",
    "node/function-worker.js",
  ];
  return built.filter((file) => !existsSync(`dist/${file}`)).map((file) => `dist/${file} was not built.`);
}

function overweight(): string[] {
  const measured = sizes();
  for (const { what, kB, limit } of measured) console.log(`  ${what}: ${kB} kB of ${limit} kB gzip`);
  return measured
    .filter(({ kB, limit }) => kB > limit || kB === 0)
    .map(({ what, kB, limit }) => `${what} loads ${kB} kB of JavaScript, and may load ${limit} kB.`);
}

function add(one: Count, other: Count): Count {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

function run(args: readonly string[], show: boolean): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    const parts: Buffer[] = [];
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.stderr?.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: Buffer.concat(parts).toString("utf8") }));
  });
}

await main();
