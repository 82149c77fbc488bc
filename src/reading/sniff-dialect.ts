import { CsvTokeniser, type CsvRow } from "./csv-tokeniser.ts";
import { type CsvDialect, delimiters, quotes } from "./csv-dialect.ts";
import { FileRefusal } from "./file-refusal.ts";

/**
 * The likeliest dialect of the beginning of a file: every delimiter with every quote reads the sample, and the
 * reading whose rows agree best with its first row wins. `whole`: the sample is the file, so its last row counts.
 */
export function sniffDialect(sample: string, whole: boolean, name = ""): CsvDialect {
  const told = /^sep=([,;|\t])\r?\n/i.exec(sample);
  if (told) {
    const delimiter = told[1] as CsvDialect["delimiter"];
    return { ...best(sample, whole, [delimiter], name), sepLine: true };
  }
  return best(sample, whole, delimiters, name);
}

function best(
  sample: string,
  whole: boolean,
  candidates: readonly CsvDialect["delimiter"][],
  name: string,
): CsvDialect {
  let winner: CsvDialect = { delimiter: candidates[0]!, quote: '"', sepLine: false };
  let highest = -1;
  for (const quote of quotes)
    for (const delimiter of candidates) {
      const dialect: CsvDialect = { delimiter, quote, sepLine: false };
      const score = likelihood(sample, whole, dialect, name);
      if (score > highest + 1e-9) {
        highest = score;
        winner = dialect;
      }
    }
  return winner;
}

function likelihood(sample: string, whole: boolean, dialect: CsvDialect, name: string): number {
  const rows = rowsOf(sample, whole, dialect);
  const width = rows[0]?.cells.length ?? 0;
  if (width === 0) return 0;
  const agreeing = rows.reduce((sum, row) => sum + agreement(row.cells.length, width), 0) / rows.length;
  const clean = 1 - rows.filter((row) => row.stray).length / rows.length;
  // More columns are better, but a second one that only some rows have must not beat one that all have.
  const breadth = width === 1 ? 0.2 : 1 - 1 / (width + 1);
  return agreeing * breadth * (0.5 + 0.5 * clean) * habit(dialect, sample, name);
}

/** How well a row goes with the first: a short one may lack cells, a long one hardly has too many. */
function agreement(cells: number, width: number): number {
  if (cells === width) return 1;
  return cells > width ? 0.4 : cells > 1 ? 0.6 : 0.2;
}

/** Small leanings that decide only between readings that fit about as well. */
function habit(dialect: CsvDialect, sample: string, name: string): number {
  const told = /\.(tsv|tab)$/i.test(name) ? "\t" : /\.csv$/i.test(name) ? "," : undefined;
  const leaning = told === undefined || told === dialect.delimiter ? 1 : 0.98;
  if (dialect.quote === '"') return leaning;
  if (dialect.quote === "") return leaning * 0.96;
  // An apostrophe quotes only where it is seen to protect something: a delimiter or a line end.
  const { delimiter } = dialect;
  const inside = new RegExp(
    `(^|[\\n\\r${delimiter}])'[^'\\n\\r]*[${delimiter}][^'\\n\\r]*'([\\n\\r${delimiter}]|$)`,
  );
  return inside.test(sample) ? leaning * 0.95 : 0;
}

function rowsOf(sample: string, whole: boolean, dialect: CsvDialect): readonly CsvRow[] {
  const tokeniser = new CsvTokeniser(dialect);
  const rows = tokeniser.push(sample);
  if (!whole && rows.length > 0) return rows;
  try {
    return [...rows, ...tokeniser.end()];
  } catch (error) {
    // A quote that is never closed: the rows before it count, and reading the file says where it opens.
    if (error instanceof FileRefusal) return rows;
    throw error;
  }
}
