import type { CsvDialect } from "./csv-dialect.ts";
import { decodeText } from "./decode-text.ts";
import { FileRefusal } from "./file-refusal.ts";
import { type FoundArray, JsonOutline } from "./json-outline.ts";
import { sniffDialect } from "./sniff-dialect.ts";
import type { SourceFile } from "./source-file.ts";

export type FileFormat =
  | { readonly kind: "table"; readonly dialect: CsvDialect }
  | { readonly kind: "json-array" }
  | { readonly kind: "json-lines" };

// Enough to see the habits of a file, little enough to read every way in an instant. In UTF-16 units.
const sampleLength = 128 * 1024;

/**
 * What the file is, by its content; its name decides only what the content leaves open. Throws FileRefusal for
 * what is not read: another encoding, a binary file, a JSON object at the root.
 */
export async function detectFormat(file: SourceFile): Promise<FileFormat> {
  const { text, whole } = await sample(file);
  const first = text.trimStart()[0];
  if (first === undefined && whole)
    throw new FileRefusal("empty", "This file holds nothing but white space.");
  if (isNamed(file, "jsonl", "ndjson")) return { kind: "json-lines" };
  if (!isNamed(file, "csv", "tsv", "tab", "psv", "txt")) {
    if (first === "[") return { kind: "json-array" };
    if (first === "{") return ofObject(file);
    if (isNamed(file, "json", "geojson"))
      throw new FileRefusal(
        "json-root-value",
        "This file is named as JSON but begins with neither [ nor {.",
        1,
      );
  }
  return { kind: "table", dialect: sniffDialect(text, whole, file.name) };
}

async function sample(file: SourceFile): Promise<{ text: string; whole: boolean }> {
  let text = "";
  for await (const piece of decodeText(file.stream())) {
    text += piece;
    if (text.length >= sampleLength) return { text: text.slice(0, sampleLength), whole: false };
  }
  return { text, whole: true };
}

/** A file that begins with an object: lines of objects, or one object that is refused. */
async function ofObject(file: SourceFile): Promise<FileFormat> {
  const outline = new JsonOutline();
  for await (const piece of decodeText(file.stream())) if (!outline.push(piece)) break;
  outline.end();
  if (outline.following === "next-line" && !outline.spansLines) return { kind: "json-lines" };
  if (outline.following === "same-line") throw severalValues(1);
  if (outline.following === "next-line")
    throw new FileRefusal(
      "json-several-values",
      "This file is a row of JSON objects that each go over several lines. Put each on one line (JSON Lines), or all of them into one array.",
    );
  if (outline.following === undefined)
    throw new FileRefusal(
      "json-broken",
      "This file begins with a JSON object that never ends: it looks cut off.",
    );
  throw rootObject(outline.found);
}

/** The refusal of a file whose line `line` holds more than one JSON value. */
export function severalValues(line: number): FileRefusal {
  return new FileRefusal(
    "json-several-values",
    `This file has several JSON values on one line (line ${line}), so it is neither JSON nor JSON Lines. Put each value on a line of its own.`,
    line,
  );
}

function rootObject(found: readonly FoundArray[]): FileRefusal {
  const arrays = found.map(({ path, count }) => `${path} (${count.toLocaleString("en")})`).join(", ");
  const inside =
    found.length === 0
      ? "It holds no array of objects."
      : `It holds ${found.length === 1 ? "an array" : "arrays"} of objects at ${arrays}. Choosing a path inside a file comes later; until then save that array as a file of its own.`;
  return new FileRefusal(
    "json-root-object",
    `This file is one JSON object, not an array of records. ${inside}`,
  );
}

function isNamed(file: SourceFile, ...extensions: readonly string[]): boolean {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  return extension !== undefined && extensions.includes(extension);
}
