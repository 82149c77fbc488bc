import { expect, test } from "vitest";
import { describeFile } from "./describe-file.ts";
import { textFile } from "./testing/text-file.ts";

test("says what a table is and what its first rows become", async () => {
  const lines = await describeFile(textFile("first name;zip;x\nAnn;01234;1\nBob;5\n1;2;3;4\n"), 2);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      format: "table",
      delimiter: ";",
      quote: '"',
      headerLine: 1,
      records: 2,
      unreadable: 1,
      columns: [
        { name: "first name", field: "first_name", type: "text", filled: 2 },
        { name: "zip", field: "zip", type: "text", filled: 2 },
        { name: "x", field: "x", type: "number", filled: 1 },
      ],
    },
    { first_name: "Ann", zip: "01234", x: 1 },
    { first_name: "Bob", zip: "5" },
  ]);
});

test("says what JSON records become", async () => {
  const [found, first] = await describeFile(textFile('{"_id":1}\n', "x.jsonl"));
  expect(found).toContain('"format":"json-lines"');
  expect(first).toBe('{"source_id":1}');
});
