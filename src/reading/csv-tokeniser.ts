import { FileRefusal } from "./file-refusal.ts";
import type { CsvDialect } from "./csv-dialect.ts";

/** Longest row that is kept, in UTF-16 units: far above a document's 1 MiB, far below what hurts a tab. */
const longestRow = 16 * 1024 * 1024;

/**
 * One row as the file has it. An empty cell is undefined; a quoted empty one is "". `line` is the 1-based line
 * on which the row begins. `stray`: a quote stands where none may and was kept as text. `tooLong`: the row was
 * longer than `longestRow` and its cells were let go.
 */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly (string | undefined)[];
  readonly stray: boolean;
  readonly tooLong: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;

type State = "start" | "plain" | "quoted" | "quote-seen";

/**
 * Rows out of text that comes in pieces: the same rows for every way to cut the text. Lines end by LF, CR or
 * CRLF, mixed as they come; line ends inside quotes are text. Empty lines are no rows.
 */
export class CsvTokeniser {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #quoteText: string;
  readonly #limit: number;
  #state: State = "start";
  #cells: (string | undefined)[] = [];
  /** What earlier pieces gave to the cell at hand. */
  #part = "";
  #wasQuoted = false;
  #stray = false;
  #tooLong = false;
  #rowLength = 0;
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  #afterReturn = false;
  #skipLine: boolean;
  blankLines = 0;

  constructor(dialect: CsvDialect, limit = longestRow) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
    this.#quoteText = dialect.quote;
    this.#skipLine = dialect.sepLine;
    this.#limit = limit;
  }

  /** The rows that end within this piece. Throws FileRefusal when a quote swallows more than a row may hold. */
  push(text: string): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (this.#afterReturn) {
        this.#afterReturn = false;
        if (code === lineFeed) {
          if (this.#state === "quoted") this.#keep("\n");
          at++;
          continue;
        }
      }
      switch (this.#state) {
        case "start":
          if (code === this.#quote) {
            this.#state = "quoted";
            this.#wasQuoted = true;
            this.#quoteLine = this.#line;
            at++;
          } else this.#state = "plain";
          break;
        case "plain":
          at = this.#plain(text, at, rows);
          break;
        case "quoted":
          at = this.#quoted(text, at);
          break;
        case "quote-seen":
          at += this.#afterQuote(code);
          break;
      }
    }
    return rows;
  }

  /** The last row, if the file does not end with a line end. Throws FileRefusal when a quote is still open. */
  end(): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.#state === "quoted") throw this.#unclosed("is never closed: the file ends inside it");
    if (this.#state !== "start" || this.#cells.length > 0 || this.#tooLong) {
      this.#endCell();
      this.#endRow(rows);
    }
    return rows;
  }

  #plain(text: string, from: number, rows: CsvRow[]): number {
    let at = from;
    let code = 0;
    for (; at < text.length; at++) {
      code = text.charCodeAt(at);
      if (code === this.#delimiter || code === lineFeed || code === carriageReturn) break;
      if (code === this.#quote) this.#stray = true;
    }
    this.#keep(text.slice(from, at));
    if (at === text.length) return at;
    this.#endCell();
    if (code !== this.#delimiter) {
      this.#endRow(rows);
      this.#afterReturn = code === carriageReturn;
    }
    return at + 1;
  }

  #quoted(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#quote) break;
      if (code === lineFeed) this.#line++;
      else if (code === carriageReturn) {
        this.#line++;
        this.#keep(text.slice(from, at + 1));
        this.#afterReturn = true;
        this.#refuseRunaway();
        return at + 1;
      }
    }
    this.#keep(text.slice(from, at));
    this.#refuseRunaway();
    if (at === text.length) return at;
    this.#state = "quote-seen";
    return at + 1;
  }

  #afterQuote(code: number): number {
    if (code === this.#quote) {
      this.#keep(this.#quoteText);
      this.#state = "quoted";
      return 1;
    }
    this.#state = "plain";
    if (code !== this.#delimiter && code !== lineFeed && code !== carriageReturn) {
      // Text after the closing quote: the cell is kept as the file spells it, its quotes included.
      const quote = this.#quoteText;
      this.#part = quote + this.#part.replaceAll(quote, quote + quote) + quote;
      this.#stray = true;
    }
    return 0;
  }

  #keep(text: string): void {
    this.#rowLength += text.length;
    if (this.#rowLength > this.#limit) {
      this.#tooLong = true;
      this.#part = "";
      this.#cells = [];
    } else this.#part = this.#part === "" ? text : this.#part + text;
  }

  #endCell(): void {
    if (this.#tooLong) this.#cells = [];
    else this.#cells.push(this.#part === "" && !this.#wasQuoted ? undefined : this.#part);
    this.#part = "";
    this.#wasQuoted = false;
    this.#state = "start";
  }

  #endRow(rows: CsvRow[]): void {
    if (this.#cells.length === 1 && this.#cells[0] === undefined) this.blankLines++;
    else if (this.#skipLine) this.#skipLine = false;
    else rows.push({ line: this.#rowLine, cells: this.#cells, stray: this.#stray, tooLong: this.#tooLong });
    this.#cells = [];
    this.#stray = false;
    this.#tooLong = false;
    this.#rowLength = 0;
    this.#line++;
    this.#rowLine = this.#line;
  }

  #refuseRunaway(): void {
    if (this.#tooLong) throw this.#unclosed("takes in more than 16 MiB");
  }

  #unclosed(how: string): FileRefusal {
    return new FileRefusal(
      "unclosed-quote",
      `The quote that opens in line ${this.#quoteLine} ${how}. Either the file is cut off, or that quote is part of the text; then choose no quote character.`,
      this.#quoteLine,
    );
  }
}
