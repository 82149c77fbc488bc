import { FileRefusal } from "./file-refusal.ts";

/** Longest record that is kept, in UTF-16 units. */
export const longestRecord = 16 * 1024 * 1024;

/**
 * One element of the array, unparsed. `line` is the 1-based line on which it begins; `colons` counts the names
 * it spells, so that a name that stands twice in one object can be told from one that stands once; `depth` is
 * how deep its brackets go. `text` is undefined when the element was longer than `longestRecord`.
 */
export interface JsonElement {
  readonly line: number;
  readonly text: string | undefined;
  readonly colons: number;
  readonly depth: number;
}

type State = "before" | "first" | "element" | "next" | "after";

const lineFeed = 10;
const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Splits a JSON array that comes in pieces into the text of its elements, the same for every way to cut it. Only
 * brackets, strings and commas are looked at; each element is for the JSON parser to judge. Throws FileRefusal
 * where the array itself is broken.
 */
export class JsonSplitter {
  readonly #limit: number;
  #state: State = "before";
  #line = 1;
  #startLine = 1;
  #part = "";
  #length = 0;
  #brackets: number[] = [];
  #depth = 0;
  #colons = 0;
  #inString = false;
  #escaped = false;

  constructor(limit = longestRecord) {
    this.#limit = limit;
  }

  /** The elements that end within this piece. */
  push(text: string): JsonElement[] {
    const elements: JsonElement[] = [];
    let from = this.#state === "element" ? 0 : -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#state === "element") {
        if (!this.#ends(code)) continue;
        this.#keep(text.slice(from, at));
        elements.push(this.#element());
        from = -1;
        this.#state = code === comma ? "next" : "after";
        continue;
      }
      if (code === lineFeed) this.#line++;
      if (code === lineFeed || code === 32 || code === 9 || code === 13) continue;
      if (this.#state === "before") {
        if (code !== openBracket) throw this.#broken("the file does not begin with [");
        this.#state = "first";
      } else if (this.#state === "after") throw this.#broken("there is more text after the end of the array");
      else if (code === closeBracket && this.#state === "first") this.#state = "after";
      else if (code === comma || code === closeBracket)
        throw this.#broken("there is no record beside a comma");
      else {
        this.#begin();
        from = at;
        at--;
      }
    }
    if (this.#state === "element" && from !== -1) this.#keep(text.slice(from));
    return elements;
  }

  end(): void {
    if (this.#state === "after") return;
    if (this.#state === "before") throw new FileRefusal("empty", "This file holds no records.");
    const where =
      this.#state === "element" ? `inside the record that begins in line ${this.#startLine}` : "before its ]";
    throw new FileRefusal("json-broken", `The file looks cut off: the JSON array ends ${where}.`, this.#line);
  }

  #begin(): void {
    this.#state = "element";
    this.#startLine = this.#line;
    this.#part = "";
    this.#length = 0;
    this.#depth = 0;
    this.#colons = 0;
  }

  /** Follows one character of an element; true when it is the comma or bracket that ends it. */
  #ends(code: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (code === backslash) this.#escaped = true;
      else if (code === quote) this.#inString = false;
      else if (code === lineFeed)
        throw this.#broken("a line ends inside a text; its closing quote is missing");
      return false;
    }
    switch (code) {
      case quote:
        this.#inString = true;
        break;
      case lineFeed:
        this.#line++;
        break;
      case colon:
        this.#colons++;
        break;
      case openBrace:
      case openBracket:
        this.#brackets.push(code);
        this.#depth = Math.max(this.#depth, this.#brackets.length);
        break;
      case closeBrace:
      case closeBracket:
        if (this.#brackets.length === 0 && code === closeBracket) return true;
        // The closing characters follow their opening ones by two in ASCII.
        if (this.#brackets.pop() !== code - 2)
          throw this.#broken(`a ${String.fromCharCode(code)} closes nothing`);
        break;
      case comma:
        return this.#brackets.length === 0;
    }
    return false;
  }

  #keep(text: string): void {
    this.#length += text.length;
    this.#part = this.#length > this.#limit ? "" : this.#part + text;
  }

  #element(): JsonElement {
    const text = this.#length > this.#limit ? undefined : this.#part;
    this.#part = "";
    return { line: this.#startLine, text, colons: this.#colons, depth: this.#depth };
  }

  #broken(what: string): FileRefusal {
    return new FileRefusal(
      "json-broken",
      `This is not a valid JSON array: in line ${this.#line}, ${what}.`,
      this.#line,
    );
  }
}
