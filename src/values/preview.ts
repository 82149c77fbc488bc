import { bytesText, keyText } from "./shape-text.ts";
import { type ConvexValue, isArray } from "./convex-value.ts";

const ellipsis = "…";

/**
 * Any value in one line of at most `maxChars` UTF-16 units, cut with an ellipsis: strings in quotes, Int64
 * with an `n`, every digit of a number. Works no longer than the line needs, however large the value.
 */
export function preview(value: ConvexValue | undefined, maxChars = 120): string {
  const line = new Line(maxChars);
  if (value === undefined) line.add("undefined");
  else write(line, value);
  return line.text();
}

/** Text that grows up to a limit; `isFull` tells writers to stop. */
class Line {
  #text = "";
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#text.length > this.#limit;
  }

  add(text: string): void {
    this.#text += text;
  }

  /** Adds a string in quotes, without spelling more of it than fits. */
  addQuoted(text: string): void {
    const room = this.#limit - this.#text.length + 1;
    this.#text +=
      text.length > room ? JSON.stringify(text.slice(0, room)).slice(0, -1) : JSON.stringify(text);
  }

  /** Adds bytes in base64, four characters for three bytes, without spelling more of them than fit. */
  addBytes(bytes: Uint8Array): void {
    const room = Math.max(0, this.#limit - this.#text.length);
    this.#text += bytesText(bytes.subarray(0, room));
  }

  text(): string {
    if (!this.isFull) return this.#text;
    const cut = this.#text.slice(0, Math.max(0, this.#limit - ellipsis.length));
    // Half of a surrogate pair would show as a replacement character.
    return cut.replace(/[\ud800-\udbff]$/, "") + ellipsis;
  }
}

function write(line: Line, value: ConvexValue): void {
  switch (typeof value) {
    case "string":
      return line.addQuoted(value);
    case "bigint":
      return line.add(`${value}n`);
    case "number":
      return line.add(Object.is(value, -0) ? "-0" : String(value));
    case "boolean":
      return line.add(String(value));
    default:
      break;
  }
  if (value === null) return line.add("null");
  if (value instanceof Uint8Array) return line.addBytes(value);
  if (isArray(value)) return writeArray(line, value);
  let separator = "{ ";
  for (const field of Object.keys(value)) {
    if (line.isFull) return;
    line.add(`${separator}${keyText(field)}: `);
    write(line, value[field] as ConvexValue);
    separator = ", ";
  }
  line.add(separator === "{ " ? "{}" : " }");
}

function writeArray(line: Line, items: readonly ConvexValue[]): void {
  let separator = "[";
  for (const item of items) {
    if (line.isFull) return;
    line.add(separator);
    write(line, item);
    separator = ", ";
  }
  line.add(separator === "[" ? "[]" : "]");
}
