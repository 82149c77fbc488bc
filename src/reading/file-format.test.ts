import { expect, test } from "vitest";
import { detectFormat } from "./file-format.ts";
import { textFile } from "./testing/text-file.ts";

const kind = async (text: string, name: string): Promise<string> =>
  (await detectFormat(textFile(text, name))).kind;

test("tells the formats apart by content", async () => {
  expect(await kind("a,b\n1,2\n", "x")).toBe("table");
  expect(await kind('\ufeff [\n{"a":1}]', "x")).toBe("json-array");
  expect(await kind('{"a":1}\n{"a":2}\n', "x")).toBe("json-lines");
});

test("finds the same without the file's name", async () => {
  for (const [name, text] of [
    ["x.csv", "a,b\n1,2\n"],
    ["x.tsv", "a\tb\n1\t2\n"],
    ["x.json", '[{"a":1}]'],
    ["x.ndjson", '{"a":1}\r\n{"a":2}'],
  ] as const)
    expect(await detectFormat(textFile(text, "upload"))).toEqual(await detectFormat(textFile(text, name)));
});

test("lets the name decide what the content leaves open", async () => {
  expect(await kind('{"a":1}', "x.jsonl")).toBe("json-lines");
  expect(await kind("[a],b\n1,2\n", "x.csv")).toBe("table");
  await expect(kind("1", "x.json")).rejects.toMatchObject({ code: "json-root-value" });
});

test("refuses an object at the root and names the arrays of objects inside", async () => {
  const text =
    '{"type":"x","meta":{"rows":[{"a":[{"deep":1}]}]},\n"features":[{"b":"]}"},{"b":2}],"n":[1],"odd key":[{}]}';
  const refusal = detectFormat(textFile(text, "x.json"));
  await expect(refusal).rejects.toMatchObject({ code: "json-root-object" });
  await expect(refusal).rejects.toThrow(
    'objects at $.meta.rows (1), $.features (2), $["odd key"] (1). Choosing a path',
  );
});

test("refuses an object without such arrays", async () => {
  await expect(kind('{"a":1}', "x.json")).rejects.toThrow("It holds no array of objects.");
});

test("refuses several values on one line", async () => {
  await expect(kind('{"a":1}{"a":2}\n', "x.json")).rejects.toMatchObject({
    code: "json-several-values",
    line: 1,
  });
});

test("refuses objects that each go over several lines", async () => {
  await expect(kind('{"a":\n1}\n{"a":\n2}\n', "x")).rejects.toThrow(/each go over several lines/);
});

test("refuses an object that never ends, and a file of white space", async () => {
  await expect(kind('{"a":[1,2', "x.json")).rejects.toThrow(/looks cut off/);
  await expect(kind(" \n\n", "x.csv")).rejects.toMatchObject({ code: "empty" });
});
