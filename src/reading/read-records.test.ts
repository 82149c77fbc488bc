import { expect, test } from "vitest";
import type { FileFormat } from "./file-format.ts";
import { readRecords } from "./read-records.ts";
import type { SourceRecord } from "./source-record.ts";
import { everyByteCut } from "./testing/every-cut.ts";
import { textFile } from "./testing/text-file.ts";

const table: FileFormat = { kind: "table", dialect: { delimiter: ",", quote: '"', sepLine: false } };

async function read(text: string, format: FileFormat): Promise<SourceRecord[]> {
  const all: SourceRecord[] = [];
  for await (const records of readRecords(textFile(text), format)) all.push(...records);
  return all;
}

test("gives a table's names and then its rows", async () => {
  expect(await read('a,,b\n1,"",x"\n\n2\n', table)).toEqual([
    { kind: "header", line: 1, names: ["a", "", "b"] },
    { kind: "row", line: 2, cells: ["1", "", 'x"'], stray: true },
    { kind: "row", line: 4, cells: ["2"], stray: false },
  ]);
});

test("refuses a row with more cells than names, unless they are empty", async () => {
  expect(await read("a,b\n1,2,3\n4,5,,\n", table)).toMatchObject([
    { kind: "header" },
    { kind: "bad", line: 2, reason: "This row has 3 cells where the first row has 2.", source: "1 | 2 | 3" },
    { kind: "row", line: 3, cells: ["4", "5"] },
  ]);
});

test("gives no records for a header alone", async () => {
  expect(await read("a,b", table)).toEqual([{ kind: "header", line: 1, names: ["a", "b"] }]);
});

test("gives the elements of a JSON array, and the line of each that is none", async () => {
  const text = '[{"id":9007199254740993},\n {"a":\n  tru},\n 7, null,\n{"b":{"c":[]}}]';
  expect(await read(text, { kind: "json-array" })).toEqual([
    { kind: "object", line: 1, data: { id: 9007199254740993n }, twice: false },
    {
      kind: "bad",
      line: 3,
      reason: expect.stringMatching(/^Not valid JSON: .*, column \d+\.$/) as string,
      source: '{"a":\n  tru}',
    },
    { kind: "bad", line: 4, reason: "A record is a JSON object; this is a number.", source: "7" },
    { kind: "bad", line: 4, reason: "A record is a JSON object; this is null.", source: "null" },
    { kind: "object", line: 5, data: { b: { c: [] } }, twice: false },
  ]);
});

test("gives JSON lines past blank lines and bad ones", async () => {
  const text = '{"a":1}\r\n\r\n{"a":}\n{"a":2}{"a":3}\n[1]\n{"a":4}';
  expect(await read(text, { kind: "json-lines" })).toMatchObject([
    { kind: "object", line: 1, data: { a: 1 } },
    { kind: "bad", line: 3, source: '{"a":}' },
    { kind: "bad", line: 4, reason: "This line holds 2 JSON values; each record needs a line of its own." },
    { kind: "bad", line: 5, reason: "A record is a JSON object; this is an array." },
    { kind: "object", line: 6, data: { a: 4 } },
  ]);
});

test("refuses the file when its first line holds several values", async () => {
  await expect(read('\n{"a":1} {"a":2}\n', { kind: "json-lines" })).rejects.toMatchObject({
    code: "json-several-values",
    line: 2,
  });
});

test("says that the file looks cut off when its last line is broken and has no line end", async () => {
  const records = await read('{"a":1}\n{"a":', { kind: "json-lines" });
  expect(records[1]).toMatchObject({
    kind: "bad",
    line: 2,
    reason: expect.stringContaining("looks cut off") as string,
  });
});

test("notes a name that stands twice in one object, at any depth, and not text that looks like it", async () => {
  const text = '{"a":1,"a":2}\n{"x":[{"b":1,"b":1}]}\n{"c":"d:e","f":{"c":1}}\n';
  const records = await read(text, { kind: "json-lines" });
  expect(records.map((record) => record.kind === "object" && record.twice)).toEqual([true, true, false]);
});

test("refuses brackets nested too deep without parsing them", async () => {
  const text = `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}\n{"a":1}\n`;
  expect(await read(text, { kind: "json-lines" })).toMatchObject([
    { kind: "bad", reason: "Brackets are nested 50001 levels deep; at most 16 are stored." },
    { kind: "object" },
  ]);
});

test("gives the same records for every cut of the bytes, in every format", async () => {
  const samples: [string, FileFormat][] = [
    ['\ufeffé,b\r\n"1\r\n",𝄞\r\n2,3,4\r\n', table],
    ['\ufeff[{"é":"𝄞"},\r\n{"b":[1,{"c":"}"}]}, x]', { kind: "json-array" }],
    ['\ufeff{"é":"𝄞"}\r\n\r\n{"b":\n', { kind: "json-lines" }],
  ];
  for (const [text, format] of samples) {
    const whole = JSON.stringify(await read(text, format));
    for (const stream of everyByteCut(new TextEncoder().encode(text))) {
      const records: SourceRecord[] = [];
      const file = { name: "", size: 0, stream: () => stream };
      for await (const piece of readRecords(file, format)) records.push(...piece);
      expect(JSON.stringify(records)).toBe(whole);
    }
  }
});

test("tells how many bytes were read", async () => {
  const seen: number[] = [];
  for await (const _ of readRecords(textFile("a,b\n1,é\n"), table, (bytes) => seen.push(bytes)));
  expect(seen.at(-1)).toBe(9);
});
