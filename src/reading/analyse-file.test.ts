import { expect, test } from "vitest";
import { type FileAnalysis, analyseFile } from "./analyse-file.ts";
import { detectFormat } from "./file-format.ts";
import { textFile } from "./testing/text-file.ts";

async function analyse(text: string, name: string): Promise<FileAnalysis> {
  const file = textFile(text, name);
  return analyseFile(file, await detectFormat(file));
}

test("looks at every row, not the first ones", async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `${index},x`);
  const analysis = await analyse(["n,t", ...rows, "last,x"].join("\n"), "x.csv");
  expect(analysis.records).toBe(5001);
  expect(analysis.columns.map((column) => column.kind)).toEqual(["text", "text"]);
  expect(analysis.columns[0]?.misfits.number).toEqual({ count: 1, examples: [{ line: 5002, text: "last" }] });
  expect(analysis.sample).toHaveLength(200);
});

test("counts short rows, long rows and stray quotes with their lines", async () => {
  const analysis = await analyse('a,b\n1\n1,2,3\nx"y,2\n"p,q",1\n', "x.csv");
  expect(analysis).toMatchObject({
    records: 3,
    shortRows: { count: 1, examples: [{ line: 2 }] },
    bad: { count: 1, examples: [{ line: 3 }] },
    strayQuotes: { count: 1, examples: [{ line: 4, text: 'x"y' }] },
  });
});

test("gathers the fields of JSON records in the order in which they appear", async () => {
  const text = '[{"a":1,"b":null},{"c":[{"odd name":1}],"a":9007199254740993},{"a":"x","a":"y"}]';
  const analysis = await analyse(text, "x.json");
  expect(analysis.fields.map((field) => field.name)).toEqual(["a", "b", "c"]);
  expect(analysis.fields[0]).toMatchObject({
    present: 3,
    kinds: { number: 2, text: 1 },
    largeIntegers: { count: 1, examples: [{ line: 1, text: "9007199254740993" }] },
  });
  expect(analysis.fields[2]?.oddNames).toEqual({ count: 1, examples: [{ line: 1, text: "odd name" }] });
  expect(analysis.namedTwice.count).toBe(1);
});

test("refuses records that are maps with thousands of names", async () => {
  const lines = Array.from({ length: 4097 }, (_, index) => `{"k${index}":1}`);
  await expect(analyse(lines.join("\n"), "x.jsonl")).rejects.toMatchObject({ code: "too-many-columns" });
});
