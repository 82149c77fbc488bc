import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { BenchResult, BenchTable } from "./bench-result.ts";

const benches: Readonly<Record<string, () => Promise<{ run(): Promise<BenchResult> }>>> = {
  json: () => import("./json.ts"),
  deployment: () => import("./deployment.ts"),
  import: () => import("./import.ts"),
};

/** `npm run bench [NAME]`: runs one bench or all, prints their tables and keeps every sample in `results/`. */
async function main(): Promise<void> {
  const name = process.argv[2];
  if (name !== undefined && !(name in benches)) {
    console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(", ")}.`);
    process.exit(2);
  }
  for (const [known, load] of Object.entries(benches)) {
    if (name !== undefined && name !== known) continue;
    console.log(`bench ${known} …`);
    const result = await (await load()).run();
    for (const table of result.tables) print(table);
    write(result);
  }
}

function write(result: BenchResult): void {
  const folder = "e2e/bench/results";
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${result.name}.json`;
  const machine = {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  const { name, tables, samples } = result;
  writeFileSync(
    file,
    `${JSON.stringify({ name, date: new Date().toISOString(), machine, tables, samples }, null, 1)}\n`,
  );
  console.log(`written to ${file}`);
}

function print({ title, columns, rows }: BenchTable): void {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  console.log(`\n${title}\n${cells.map(line).join("\n")}\n`);
}

await main();
