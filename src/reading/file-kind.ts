import { FileRefusal } from "./file-refusal.ts";

/** How many bytes `refusalOfHead` wants to see, unless the file is shorter. */
export const headBytes = 4096;

const save = "Save it as UTF-8 and choose it again.";

const magic: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Office file (such as .xls)" },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF document" },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: "compressed with Zstandard" },
  { bytes: [0x42, 0x5a, 0x68, 0x39], what: "compressed with bzip2" },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: "compressed with xz" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], what: "an SQLite database" },
];

/**
 * What the first bytes tell against a file: nothing (undefined) when they may be UTF-8 text, else a refusal
 * that says what the file is. The name is not asked: a workbook renamed to .csv is still a workbook.
 */
export function refusalOfHead(head: Uint8Array): FileRefusal | undefined {
  if (head.length === 0)
    return new FileRefusal("empty", "This file is empty: it has no header and no records.");
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff]))
    return wide("utf-32", "UTF-32");
  if (startsWith(head, [0xff, 0xfe])) return wide("utf-16", "UTF-16 (little-endian, with a byte order mark)");
  if (startsWith(head, [0xfe, 0xff])) return wide("utf-16", "UTF-16 (big-endian, with a byte order mark)");
  if (startsWith(head, [0x1f, 0x8b]))
    return new FileRefusal(
      "gzip",
      "This file is compressed with gzip. Unpack it and choose what was inside.",
    );
  if (startsWith(head, [0x50, 0x4b, 3, 4])) return zipped(head);
  for (const { bytes, what } of magic)
    if (startsWith(head, bytes))
      return new FileRefusal(
        "binary",
        `This file is ${what}, not text. Export it as CSV or JSON and choose that.`,
      );
  return ofNulBytes(head) ?? ofMarkup(head);
}

function wide(code: "utf-16" | "utf-32", name: string): FileRefusal {
  return new FileRefusal(code, `This file is text in ${name}; only UTF-8 is read. ${save}`);
}

function zipped(head: Uint8Array): FileRefusal {
  const names = new TextDecoder("latin1").decode(head);
  return /\[Content_Types\]\.xml|xl\/|_rels\//.test(names)
    ? new FileRefusal(
        "xlsx",
        "This file is an Excel workbook (.xlsx). Save the sheet as CSV UTF-8 and choose that.",
      )
    : new FileRefusal("zip", "This file is a zip archive. Unpack it and choose one of the files inside.");
}

/** Text of the West in UTF-16 has a zero in every other byte; zeros elsewhere mean that it is no text. */
function ofNulBytes(head: Uint8Array): FileRefusal | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++)
    if (head[at] === 0) {
      if (at % 2 === 0) even++;
      else odd++;
    }
  if (even + odd === 0) return undefined;
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return wide("utf-16", "UTF-16 (little-endian)");
  if (even > half * 0.7 && odd < half * 0.1) return wide("utf-16", "UTF-16 (big-endian)");
  return new FileRefusal(
    "binary",
    "This file is binary, not text: there are zero bytes near its start. Choose a CSV, TSV or JSON file.",
  );
}

function ofMarkup(head: Uint8Array): FileRefusal | undefined {
  const start = new TextDecoder("utf-8").decode(head.subarray(0, 64)).trimStart().toLowerCase();
  const what = /^<!doctype html|^<html/.test(start)
    ? "an HTML page"
    : start.startsWith("<?xml")
      ? "XML"
      : undefined;
  return (
    what && new FileRefusal("markup", `This file is ${what}, not a table. Choose a CSV, TSV or JSON file.`)
  );
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte);
}
