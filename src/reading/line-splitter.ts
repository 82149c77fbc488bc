import { longestRecord } from "./json-splitter.ts";

/** One line without its line end; `text` is undefined when it was longer than a record may be. `line` is 1-based. */
export interface TextLine {
  readonly line: number;
  readonly text: string | undefined;
}

/** Lines out of text that comes in pieces. Lines end by LF or CRLF; a blank line is none. */
export class LineSplitter {
  readonly #limit: number;
  #part = "";
  #length = 0;
  #line = 1;
  blankLines = 0;

  constructor(limit = longestRecord) {
    this.#limit = limit;
  }

  push(text: string): TextLine[] {
    const lines: TextLine[] = [];
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      this.#keep(text.slice(from, at));
      this.#endLine(lines);
      from = at + 1;
    }
    this.#keep(text.slice(from));
    return lines;
  }

  end(): TextLine[] {
    const lines: TextLine[] = [];
    if (this.#length > 0) this.#endLine(lines);
    return lines;
  }

  #keep(text: string): void {
    this.#length += text.length;
    this.#part = this.#length > this.#limit ? "" : this.#part + text;
  }

  #endLine(lines: TextLine[]): void {
    const text = this.#part.endsWith("\r") ? this.#part.slice(0, -1) : this.#part;
    if (this.#length > this.#limit) lines.push({ line: this.#line, text: undefined });
    else if (/^[ \t\r]*$/.test(text)) this.blankLines++;
    else lines.push({ line: this.#line, text });
    this.#part = "";
    this.#length = 0;
    this.#line++;
  }
}
