import { expect, test } from "vitest";
import { analyseFile } from "./analyse-file.ts";
import { detectFormat } from "./file-format.ts";
import { defaultMapping } from "./mapping.ts";
import { batchLimits, type BatchLimits } from "./pack-batches.ts";
import { packFile, type PackingPlan } from "./pack-file.ts";
import { rehearse, type Rehearsal } from "./rehearse.ts";
import type { SourceFile } from "./source-file.ts";
import { textFile } from "./testing/text-file.ts";

async function planOf(file: SourceFile, limits: BatchLimits = batchLimits): Promise<PackingPlan> {
  const format = await detectFormat(file);
  const mapping = await defaultMapping(await analyseFile(file, format), "identifiers");
  return { format, mapping, table: "t", limits };
}

async function rehearsed(text: string, key?: readonly string[], name = "x.csv"): Promise<Rehearsal> {
  const file = textFile(text, name);
  return rehearse(file, await planOf(file), key);
}

test("counts what would be sent and what would be refused, with reasons", async () => {
  const result = await rehearsed("id,n\n1,x\n2,y,z\n3,w\n");
  expect(result).toMatchObject({ records: 2, refusedCount: 1, keys: undefined });
  expect(result.refused).toEqual([
    {
      kind: "refused",
      line: 3,
      reason: "This row has 3 cells where the first row has 2.",
      source: "2 | y | z",
    },
  ]);
  expect(result.batches).toMatchObject([{ number: 1, records: 2, firstLine: 2, lastLine: 4 }]);
});

test("counts keys that are missing, null or there again, by the fields as stored", async () => {
  const lines = [
    '{"_id":1,"b":"x"}',
    '{"_id":1,"b":"y"}',
    '{"b":"x"}',
    '{"_id":null,"b":"x"}',
    '{"_id":1,"b":"x"}',
  ];
  const { keys } = await rehearsed(lines.join("\n"), ["source_id", "b"], "x.jsonl");
  expect(keys).toEqual({
    missing: { count: 1, examples: [{ line: 3, text: "no source_id" }] },
    nulls: { count: 1, examples: [{ line: 4, text: "source_id is null" }] },
    again: { count: 1, examples: [{ line: 5, text: '1, "x", first in line 1' }] },
  });
});

test("knows keys apart by kind and alike whatever the order of their fields", async () => {
  const lines = ['{"k":1}', '{"k":"1"}', '{"k":{"a":1,"b":2}}', '{"k":{"b":2,"a":1}}'];
  const { keys } = await rehearsed(lines.join("\n"), ["k"], "x.jsonl");
  expect(keys?.again.count).toBe(1);
});

test("gives the same batches every time", async () => {
  const text = ["a,b", ...Array.from({ length: 50 }, (_, index) => `${index},${"x".repeat(index)}`)].join(
    "\n",
  );
  const file = textFile(text);
  const plan = await planOf(file, { records: 7, bytes: 300, size: 1e6 });
  const { batches } = await rehearse(file, plan, undefined);
  const again: unknown[] = [];
  for await (const packed of packFile(file, plan))
    if (packed.kind === "batch") {
      const { texts, ...outline } = packed.batch;
      expect(texts).toHaveLength(outline.records);
      again.push(outline);
    }
  expect(again).toEqual(batches);
  expect(batches.length).toBeGreaterThan(7);
});
