import { CsvTokeniser, type CsvRow } from "./csv-tokeniser.ts";
import { decodeText } from "./decode-text.ts";
import { type FileFormat, severalValues } from "./file-format.ts";
import { FileRefusal } from "./file-refusal.ts";
import { jsonExtent } from "./json-extent.ts";
import { JsonSplitter } from "./json-splitter.ts";
import { LineSplitter, type TextLine } from "./line-splitter.ts";
import { parseRecord } from "./parse-record.ts";
import type { SourceFile } from "./source-file.ts";
import type { DataRecord, SourceRecord } from "./source-record.ts";

/** The most columns of one table that are read. A document may have 1,024 fields, and cells may be empty. */
export const mostColumns = 4096;

/**
 * The records of a file in its order, a piece at a time. `onRead` is told how many bytes were read so far.
 * Throws FileRefusal when the file as a whole cannot be read.
 */
export async function* readRecords(
  file: SourceFile,
  format: FileFormat,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<readonly SourceRecord[]> {
  const reader = readerOf(format);
  for await (const text of decodeText(counted(file.stream(), onRead))) {
    const records = reader.push(text);
    if (records.length > 0) yield records;
  }
  yield reader.end();
}

interface Reader {
  push(text: string): readonly SourceRecord[];
  end(): readonly SourceRecord[];
}

function readerOf(format: FileFormat): Reader {
  if (format.kind === "table") return tableReader(new CsvTokeniser(format.dialect));
  return format.kind === "json-array" ? arrayReader(new JsonSplitter()) : linesReader(new LineSplitter());
}

function tableReader(tokeniser: CsvTokeniser): Reader {
  let names: readonly string[] | undefined;
  const record = (row: CsvRow): SourceRecord => {
    if (names !== undefined) return dataRow(row, names.length);
    names = row.cells.map((cell) => cell ?? "");
    if (names.length > mostColumns)
      throw new FileRefusal(
        "too-many-columns",
        `The first row has ${names.length} columns; at most ${mostColumns} are read.`,
      );
    return { kind: "header", line: row.line, names };
  };
  return {
    push: (text) => tokeniser.push(text).map(record),
    end: () => tokeniser.end().map(record),
  };
}

function dataRow({ line, cells, stray, tooLong }: CsvRow, width: number): DataRecord {
  if (tooLong) return { kind: "bad", line, reason: "This row is longer than 16 MiB.", source: "" };
  const kept = cells.length > width ? cells.slice(0, width) : cells;
  // Cells beyond the last column lose nothing when they are empty: a delimiter at the end of each line.
  if (cells.length > width && cells.slice(width).some((cell) => cell !== undefined)) {
    const source = cells.map((cell) => cell ?? "").join(" | ");
    const reason = `This row has ${cells.length} cells where the first row has ${width}.`;
    return { kind: "bad", line, reason, source: source.slice(0, 200) };
  }
  return { kind: "row", line, cells: kept, stray };
}

function arrayReader(splitter: JsonSplitter): Reader {
  const tooLong = "This record is longer than 16 MiB.";
  return {
    push: (text) =>
      splitter
        .push(text)
        .map((element) =>
          element.text === undefined
            ? { kind: "bad", line: element.line, reason: tooLong, source: "" }
            : parseRecord(element.line, element.text, element.depth, element.colons),
        ),
    end: () => {
      splitter.end();
      return [];
    },
  };
}

function linesReader(splitter: LineSplitter): Reader {
  let isFirst = true;
  const record = ({ line, text }: TextLine): DataRecord => {
    if (text === undefined)
      return { kind: "bad", line, reason: "This line is longer than 16 MiB.", source: "" };
    const { values, depth, colons } = jsonExtent(text);
    const parsed = parseRecord(line, text, depth, colons);
    if (parsed.kind === "bad" && values > 1) {
      if (isFirst) throw severalValues(line);
      const reason = `This line holds ${values} JSON values; each record needs a line of its own.`;
      return { ...parsed, reason };
    }
    isFirst = false;
    return parsed;
  };
  const last = (line: TextLine): DataRecord => {
    const parsed = record(line);
    if (parsed.kind !== "bad") return parsed;
    return {
      ...parsed,
      reason: `${parsed.reason} It is the last line and has no line end: the file looks cut off.`,
    };
  };
  return { push: (text) => splitter.push(text).map(record), end: () => splitter.end().map(last) };
}

function counted(
  stream: ReadableStream<Uint8Array>,
  onRead: (bytes: number) => void,
): ReadableStream<Uint8Array> {
  let bytes = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        onRead(bytes);
        controller.enqueue(chunk);
      },
    }),
  );
}
