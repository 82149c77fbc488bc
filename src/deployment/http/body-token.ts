import type { BodyCursor } from "./body-cursor.ts";

// All but control characters, the quote and the backslash.
const plainText = /[ !#-[\]-\uffff]*/y;
const numberText = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** Reads a string; the cursor stands on its quote. */
export function readString(cursor: BodyCursor): string {
  const { text } = cursor;
  let result = "";
  cursor.at++;
  for (;;) {
    plainText.lastIndex = cursor.at;
    const run = plainText.exec(text)?.[0] ?? "";
    result += run;
    cursor.at += run.length;
    const character = text.charAt(cursor.at);
    if (character === '"') {
      cursor.at++;
      return result;
    }
    if (character === "") throw cursor.endOf("a string");
    if (character !== "\\") {
      throw cursor.syntax("control character (\\u0000-\\u001F) found while parsing a string");
    }
    cursor.at++;
    result += readEscape(cursor);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function readEscape(cursor: BodyCursor): string {
  const letter = cursor.text.charAt(cursor.at);
  if (letter === "") throw cursor.endOf("a string");
  if (letter !== "u") {
    const plain = escapes[letter];
    if (plain === undefined) throw cursor.syntax("invalid escape");
    cursor.at++;
    return plain;
  }
  const unit = readUnit(cursor);
  if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
  // Half a character is no text for the server, although JSON.stringify writes it.
  if (unit > 0xdbff) throw standingBehind(cursor, "lone leading surrogate in hex escape");
  if (!cursor.text.startsWith("\\u", cursor.at)) throw cursor.syntax("unexpected end of hex escape");
  cursor.at++;
  const low = readUnit(cursor);
  if (low < 0xdc00 || low > 0xdfff) throw standingBehind(cursor, "lone leading surrogate in hex escape");
  return String.fromCharCode(unit, low);
}

function readUnit(cursor: BodyCursor): number {
  const digits = cursor.text.slice(cursor.at + 1, cursor.at + 5);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw cursor.syntax("invalid escape");
  cursor.at += 5;
  return Number.parseInt(digits, 16);
}

function standingBehind(cursor: BodyCursor, reason: string) {
  cursor.at--;
  return cursor.syntax(reason);
}

/** The text of a number; the cursor stands on its first character. */
export function readNumberText(cursor: BodyCursor): string {
  numberText.lastIndex = cursor.at;
  const digits = numberText.exec(cursor.text)?.[0];
  if (digits === undefined) {
    cursor.at++;
    throw cursor.at >= cursor.text.length ? cursor.endOf("a value") : cursor.syntax("invalid number");
  }
  cursor.at += digits.length;
  if (/^[0-9.eE]/.test(cursor.text.charAt(cursor.at))) throw cursor.syntax("invalid number");
  return digits;
}

export function readFloat(cursor: BodyCursor): number {
  const value = Number(readNumberText(cursor));
  if (Number.isFinite(value)) return value;
  throw standingBehind(cursor, "number out of range");
}

export function readWord(cursor: BodyCursor, word: "null" | "true" | "false"): void {
  for (const letter of word) {
    const found = cursor.text.charAt(cursor.at);
    if (found === "") throw cursor.endOf("a value");
    if (found !== letter) throw cursor.syntax("expected ident");
    cursor.at++;
  }
}

/** Walks over `[…]`, calling `item` for each; the cursor stands on the bracket. */
export function readItems(cursor: BodyCursor, item: (index: number) => void): void {
  enter(cursor);
  for (let index = 0; ; index++) {
    const next = cursor.peek();
    if (next === "") throw cursor.endOf("a list");
    if (next === "]" && index === 0) break;
    cursor.within(index, () => item(index));
    const separator = cursor.peek();
    if (separator === "") throw cursor.endOf("a list");
    if (separator === "]") break;
    if (separator !== ",") throw cursor.syntax("expected `,` or `]`");
    cursor.at++;
    if (cursor.peek() === "]") throw cursor.syntax("trailing comma");
  }
  leave(cursor);
}

/** Walks over `{…}`, calling `member` with the cursor on each value; `key` may object to a name first. */
export function readMembers(
  cursor: BodyCursor,
  member: (name: string) => void,
  key: (name: string) => void = () => {},
): void {
  enter(cursor);
  for (let first = true; ; first = false) {
    const next = cursor.peek();
    if (next === "") throw cursor.endOf("an object");
    if (next === "}" && first) break;
    if (next !== '"') throw cursor.syntax("key must be a string");
    const name = readString(cursor);
    key(name);
    const colon = cursor.peek();
    if (colon === "") throw cursor.endOf("an object");
    if (colon !== ":") throw cursor.syntax("expected `:`");
    cursor.at++;
    if (cursor.peek() === "") throw cursor.within(name, () => cursor.endOf("a value"));
    cursor.within(name, () => member(name));
    const separator = cursor.peek();
    if (separator === "") throw cursor.endOf("an object");
    if (separator === "}") break;
    if (separator !== ",") throw cursor.syntax("expected `,` or `}`");
    cursor.at++;
    if (cursor.peek() === "}") throw cursor.syntax("trailing comma");
  }
  leave(cursor);
}

const maxDepth = 128;

function enter(cursor: BodyCursor): void {
  cursor.depth++;
  if (cursor.depth >= maxDepth) throw cursor.syntax("recursion limit exceeded");
  cursor.at++;
}

function leave(cursor: BodyCursor): void {
  cursor.depth--;
  cursor.at++;
}
