export const delimiters = [",", "\t", ";", "|"] as const;
export const quotes = ['"', "'", ""] as const;

/**
 * How a table of text is spelt. A quote inside quotes is doubled; `quote: ""` means that no character quotes.
 * `sepLine`: the first line is Excel's `sep=;` and no row.
 */
export interface CsvDialect {
  readonly delimiter: (typeof delimiters)[number];
  readonly quote: (typeof quotes)[number];
  readonly sepLine: boolean;
}
