import { type ColumnProfile, ColumnProfiler, type Sightings, Tally } from "./column-profile.ts";
import { type FieldProfile, FieldProfiler } from "./field-profile.ts";
import type { FileFormat } from "./file-format.ts";
import { FileRefusal } from "./file-refusal.ts";
import { mostColumns, readRecords } from "./read-records.ts";
import type { SourceFile } from "./source-file.ts";
import type { DataRecord } from "./source-record.ts";

/**
 * What a first pass over the whole file found. `columns` belong to tables, `fields` to JSON records; the other
 * is empty. `sample` holds the first records as they are. Every count is of the whole file.
 */
export interface FileAnalysis {
  readonly format: FileFormat;
  readonly bytes: number;
  /** Records that can be read; the unreadable ones are counted in `bad`. */
  readonly records: number;
  readonly columns: readonly ColumnProfile[];
  readonly fields: readonly FieldProfile[];
  readonly sample: readonly DataRecord[];
  readonly bad: Sightings;
  /** Rows with fewer cells than the first row. */
  readonly shortRows: Sightings;
  /** Rows with a quote where none may stand; it was kept as text. */
  readonly strayQuotes: Sightings;
  /** JSON records in which a name stands twice in one object; the later one counts. */
  readonly namedTwice: Sightings;
}

const sampleSize = 200;

/** Reads the whole file once. Throws FileRefusal when it cannot be read as a whole. */
export async function analyseFile(
  file: SourceFile,
  format: FileFormat,
  onRead?: (bytes: number) => void,
): Promise<FileAnalysis> {
  const analyst = new Analyst();
  for await (const records of readRecords(file, format, onRead))
    for (const record of records) {
      if (record.kind === "header") analyst.begin(record.names);
      else analyst.add(record);
    }
  return analyst.result(format, file.size);
}

class Analyst {
  #columns: readonly ColumnProfiler[] = [];
  readonly #fields = new Map<string, FieldProfiler>();
  readonly #sample: DataRecord[] = [];
  #records = 0;
  readonly #bad = new Tally();
  readonly #shortRows = new Tally();
  readonly #strayQuotes = new Tally();
  readonly #namedTwice = new Tally();

  begin(names: readonly string[]): void {
    this.#columns = names.map((name) => new ColumnProfiler(name));
  }

  add(record: DataRecord): void {
    if (this.#sample.length < sampleSize) this.#sample.push(record);
    if (record.kind === "bad") return this.#bad.add(record.line, record.reason);
    this.#records++;
    if (record.kind === "row") this.#addRow(record);
    else this.#addObject(record);
  }

  result(format: FileFormat, bytes: number): FileAnalysis {
    return {
      format,
      bytes,
      records: this.#records,
      columns: this.#columns.map((column) => column.profile()),
      fields: [...this.#fields.values()].map((field) => field.profile()),
      sample: this.#sample,
      bad: this.#bad.seen(),
      shortRows: this.#shortRows.seen(),
      strayQuotes: this.#strayQuotes.seen(),
      namedTwice: this.#namedTwice.seen(),
    };
  }

  #addRow({ line, cells, stray }: Extract<DataRecord, { kind: "row" }>): void {
    this.#columns.forEach((column, index) => column.add(cells[index], line));
    if (cells.length < this.#columns.length)
      this.#shortRows.add(line, `${cells.length} of ${this.#columns.length} cells`);
    if (stray) this.#strayQuotes.add(line, cells.find((cell) => cell?.includes('"')) ?? "");
  }

  #addObject({ line, data, twice }: Extract<DataRecord, { kind: "object" }>): void {
    for (const [name, value] of Object.entries(data)) this.#field(name).add(value, line);
    if (twice) this.#namedTwice.add(line, "");
  }

  #field(name: string): FieldProfiler {
    const known = this.#fields.get(name);
    if (known) return known;
    if (this.#fields.size >= mostColumns)
      throw new FileRefusal(
        "too-many-columns",
        `The records of this file have more than ${mostColumns.toLocaleString("en")} different field names: they look like maps, not records.`,
      );
    const profiler = new FieldProfiler(name);
    this.#fields.set(name, profiler);
    return profiler;
  }
}
