import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";
import { FileRefusal } from "./file-refusal.ts";
import { everyByteCut, streamOf } from "./testing/every-cut.ts";

async function decode(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of decodeText(stream)) text += piece;
  return text;
}

async function refusal(bytes: readonly number[] | Uint8Array): Promise<FileRefusal> {
  const error: unknown = await decode(streamOf([Uint8Array.from(bytes)])).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FileRefusal)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test("keeps characters whole for every cut of the bytes", async () => {
  const text = "\ufeffname,é\r\n𝄞,漢\n";
  for (const stream of everyByteCut(utf8(text))) expect(await decode(stream)).toBe(text.slice(1));
});

test("strips one byte order mark and only at the start", async () => {
  expect(await decode(streamOf([utf8("\ufeff\ufeffa\ufeffb")]))).toBe("\ufeffa\ufeffb");
});

test("keeps a replacement character that the file itself holds", async () => {
  expect(await decode(streamOf([utf8("a\ufffdb")]))).toBe("a\ufffdb");
});

test("cuts a stream into the same text wherever chunks end, beyond the first judged bytes too", async () => {
  const text = "né𝄞,".repeat(1500);
  const bytes = utf8(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end));
      expect(await decode(streamOf(chunks))).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test("refuses Latin-1 and names the byte and its line", async () => {
  const error = await refusal([...utf8("name,age\r\nJos"), 0xe9, ...utf8(",30\r\n")]);
  expect(error.code).toBe("latin-1");
  expect(error.line).toBe(2);
  expect(error.message).toContain("byte E9 in line 2");
});

test("finds the line of a wrong byte in a later chunk, after a character cut in two", async () => {
  const first = utf8("a\n".repeat(3000) + "é").slice(0, -1);
  const stream = streamOf([first, Uint8Array.of(0xa9, 0x0a, 0x62, 0xff, 0x62)]);
  await expect(decode(stream)).rejects.toMatchObject({ code: "latin-1", line: 3002 });
});

test("refuses text in other encodings without calling it Latin-1", async () => {
  const shiftJis = [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x2c, 0x93, 0xfa, 0x96, 0x7b];
  expect((await refusal(shiftJis)).code).toBe("not-utf-8");
});

test("refuses a file that ends within a character", async () => {
  expect((await refusal([0x61, 0xe2, 0x82])).code).toBe("not-utf-8");
});

test.each<[string, readonly number[], string, RegExp]>([
  ["UTF-16 with a byte order mark", [0xff, 0xfe, 0x61, 0, 0x2c, 0], "utf-16", /UTF-16 \(little-endian/],
  ["big-endian UTF-16", [0xfe, 0xff, 0, 0x61], "utf-16", /big-endian/],
  ["UTF-16 without a byte order mark", [0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0], "utf-16", /UTF-16/],
  ["UTF-32", [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], "utf-32", /UTF-32/],
  ["gzip", [0x1f, 0x8b, 8, 0], "gzip", /compressed with gzip/],
  ["a zip archive", [0x50, 0x4b, 3, 4, 20, 0, 0x61], "zip", /zip archive/],
  ["a workbook", [0x50, 0x4b, 3, 4, 20, 0, ...utf8("[Content_Types].xml")], "xlsx", /Excel workbook/],
  ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], "binary", /old Office file/],
  ["Parquet", [0x50, 0x41, 0x52, 0x31, 0x15], "binary", /Parquet/],
  ["other binary files", [0x61, 0x62, 0, 0, 0, 0x63], "binary", /zero bytes/],
  ["a page", [...utf8("<!DOCTYPE html><html>")], "markup", /HTML page/],
  ["XML", [...utf8('<?xml version="1.0"?>')], "markup", /XML/],
  ["an empty file", [], "empty", /empty/],
])("refuses %s and says what it is", async (_, bytes, code, words) => {
  const error = await refusal(bytes);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(words);
});
