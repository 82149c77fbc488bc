import { parse as losslessParse, stringify as losslessStringify } from "lossless-json";
import { type Json, parseJson, printJson } from "#values/json.ts";
import { makePages } from "./json-pages.ts";

/** Milliseconds for all pages, one number a round. */
export type JsonSamples = Record<string, number[]>;

interface Contender {
  readonly name: string;
  readonly parse: (text: string) => unknown;
  readonly print: (value: unknown) => string | undefined;
}

const contenders: readonly Contender[] = [
  { name: "native", parse: (text) => JSON.parse(text) as unknown, print: (value) => JSON.stringify(value) },
  { name: "ours", parse: parseJson, print: (value) => printJson(value as Json) },
  { name: "lossless-json", parse: (text) => losslessParse(text), print: (value) => losslessStringify(value) },
];

/** Parses and prints the same pages with each contender in turn, `rounds` times after one that does not count. */
export function measureJson(pageCount: number, rounds: number): { megabytes: number; samples: JsonSamples } {
  const pages = makePages(pageCount);
  const bytes = pages.reduce((sum, page) => sum + new TextEncoder().encode(page).length, 0);
  const samples: JsonSamples = {};
  for (let round = 0; round <= rounds; round++) {
    for (const { name, parse, print } of contenders) {
      let parsing = 0;
      let printing = 0;
      for (const page of pages) {
        const start = performance.now();
        const value = parse(page);
        const parsed = performance.now();
        const text = print(value);
        // A rope is only a promise of a text: reading from its end makes it one.
        text?.charCodeAt(text.length - 1);
        parsing += parsed - start;
        printing += performance.now() - parsed;
      }
      if (round === 0) continue;
      (samples[`parse ${name}`] ??= []).push(parsing);
      (samples[`print ${name}`] ??= []).push(printing);
    }
  }
  return { megabytes: bytes / 1e6, samples };
}
