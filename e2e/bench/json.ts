import { chromium } from "@playwright/test";
import { build } from "vite";
import { ensureBrowser, launchArguments } from "../find-browser.ts";
import { type BenchResult, type BenchTable, median } from "./bench-result.ts";
import { type JsonSamples, measureJson } from "./json-measure.ts";

const pageCount = 24;
const rounds = 7;

/** Exact JSON beside the engine's own and lossless-json, on 20 MB of snapshot pages, in Node and in Chromium. */
export async function run(): Promise<BenchResult> {
  const inNode = measureJson(pageCount, rounds);
  const inChromium = await measureInChromium();
  const size = inNode.megabytes.toFixed(1);
  return {
    name: "json",
    tables: [
      table(`Node, ${size} MB: median of ${rounds}`, inNode.samples),
      table(`Chromium, ${size} MB: median of ${rounds}`, inChromium.samples),
    ],
    samples: { ...named("Node", inNode.samples), ...named("Chromium", inChromium.samples) },
  };
}

async function measureInChromium(): Promise<ReturnType<typeof measureJson>> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...launchArguments] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const measure = `jsonBench.measureJson(${pageCount}, ${rounds})`;
    return await page.evaluate<ReturnType<typeof measureJson>>(measure);
  } finally {
    await browser.close();
  }
}

/** The measuring code as one script that a page can run. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: "e2e/bench/json-measure.ts", formats: ["iife"], name: "jsonBench" },
    },
  });
  const [output] = [built].flat();
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error("The bundler gave no script.");
  return chunk.code;
}

function table(title: string, samples: JsonSamples): BenchTable {
  const rows = Object.entries(samples).map(([name, all]) => {
    const native = median(samples[`${name.split(" ")[0]} native`] ?? []);
    return [name, median(all).toFixed(1), (median(all) / native).toFixed(2)];
  });
  rows.sort((left, right) => (left[0] ?? "").localeCompare(right[0] ?? ""));
  return { title, columns: ["what", "ms", "times native"], rows };
}

function named(engine: string, samples: JsonSamples): JsonSamples {
  const entries = Object.entries(samples).map(([name, all]): [string, number[]] => [
    `${engine}: ${name}, ms`,
    all.map((sample) => Math.round(sample * 100) / 100),
  ]);
  return Object.fromEntries(entries);
}
