import { printJson, type Json } from "#values/json.ts";
import { analyseFile, type FileAnalysis } from "./analyse-file.ts";
import { convertRecord } from "./convert-record.ts";
import { detectFormat, type FileFormat } from "./file-format.ts";
import { defaultMapping, type Mapping } from "./mapping.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * What the import would make of a file, as JSON lines: first what was found (format, dialect, columns, counts),
 * then the first documents as they would be stored. Throws FileRefusal when the file cannot be read.
 */
export async function describeFile(file: SourceFile, documents = 3): Promise<readonly string[]> {
  const format = await detectFormat(file);
  const analysis = await analyseFile(file, format);
  const mapping = await defaultMapping(analysis, "identifiers");
  const found: Json = {
    ...formatName(format),
    records: analysis.records,
    unreadable: analysis.bad.count,
    columns: columns(analysis, mapping),
  };
  const converted = analysis.sample.slice(0, documents).map((record) => convertRecord(record, mapping));
  return [
    printJson(found),
    ...converted.map((one) =>
      printJson(one.kind === "record" ? one.stored : { line: one.line, refused: one.reason }),
    ),
  ];
}

function formatName(format: FileFormat): { [key: string]: Json } {
  return format.kind === "table"
    ? { format: "table", delimiter: format.dialect.delimiter, quote: format.dialect.quote, headerLine: 1 }
    : { format: format.kind };
}

function columns(analysis: FileAnalysis, mapping: Mapping): Json {
  return mapping.map(({ name, field, kind }, index) => {
    const counted =
      analysis.format.kind === "table"
        ? { filled: analysis.columns[index]!.filled }
        : { present: analysis.fields[index]!.present };
    return { name, field, type: kind, ...counted };
  });
}
