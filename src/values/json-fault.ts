/** What is wrong with a text that is not JSON, and where (UTF-16 units from 0). */
export interface JsonFault {
  readonly reason: string;
  readonly position: number;
}

const escapes = '"\\/bfnrt';
const words = ["true", "false", "null"];
const numberHead = /-?(?:0|[1-9][0-9]*)/y;
const numberTail = /(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;

/**
 * The first fault of a text, or undefined when it is JSON. Engines describe faults in their own words and
 * often without a usable place, so the place is found here, and only after native parsing has failed.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  // The open containers, as a list: nesting may be deeper than the call stack.
  const open: ("array" | "object")[] = [];
  let at = 0;
  let expected: "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" = "value";

  while (true) {
    at = skipSpace(text, at);
    const character = text[at];
    if (character === undefined) {
      if (expected === "comma" && open.length === 0) return undefined;
      return { reason: "The text ends too early", position: at };
    }
    const fault = (wanted: string): JsonFault => ({
      reason: `Unexpected ${named(text, at)}, expected ${wanted}`,
      position: at,
    });

    switch (expected) {
      case "colon":
        if (character !== ":") return fault('":"');
        at += 1;
        expected = "value";
        break;
      case "comma": {
        const container = open.at(-1);
        if (container === undefined) return fault("the end");
        if (character === ",") {
          expected = container === "array" ? "value" : "key";
        } else if (character === (container === "array" ? "]" : "}")) {
          open.pop();
        } else {
          return fault(container === "array" ? '"," or "]"' : '"," or "}"');
        }
        at += 1;
        break;
      }
      case "key":
      case "key or }":
        if (character === '"') {
          const end = readString(text, at);
          if (typeof end !== "number") return end;
          at = end;
          expected = "colon";
        } else if (character === "}" && expected === "key or }") {
          open.pop();
          at += 1;
          expected = "comma";
        } else {
          return fault(expected === "key" ? "a key in double quotes" : 'a key in double quotes or "}"');
        }
        break;
      case "value":
      case "value or ]":
        if (character === "[" || character === "{") {
          open.push(character === "[" ? "array" : "object");
          at += 1;
          expected = character === "[" ? "value or ]" : "key or }";
        } else if (character === "]" && expected === "value or ]") {
          open.pop();
          at += 1;
          expected = "comma";
        } else {
          const end = readScalar(text, at);
          if (end === undefined) return fault("a value");
          if (typeof end !== "number") return end;
          at = end;
          expected = "comma";
        }
    }
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}

function named(text: string, at: number): string {
  const point = text.codePointAt(at) ?? 0;
  const isVisible =
    point > 0x20 && point !== 0x7f && point !== 0xfeff && !(point >= 0xd800 && point <= 0xdfff);
  if (isVisible) return JSON.stringify(String.fromCodePoint(point)).replace('\\"', '"');
  return `character U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The end of the scalar at `at`, its fault, or undefined when no scalar begins there. */
function readScalar(text: string, at: number): number | JsonFault | undefined {
  const character = text[at] ?? "";
  if (character === '"') return readString(text, at);
  if (character === "-" || (character >= "0" && character <= "9")) return readNumber(text, at);
  for (const word of words) {
    if (character === word[0]) {
      for (let offset = 1; offset < word.length; offset++) {
        if (text[at + offset] !== word[offset]) return misspelt(text, at + offset, word);
      }
      return at + word.length;
    }
  }
  return undefined;
}

function misspelt(text: string, position: number, word: string): JsonFault {
  if (position >= text.length) return { reason: "The text ends too early", position };
  return { reason: `Unexpected ${named(text, position)} in ${word}`, position };
}

function readNumber(text: string, start: number): number | JsonFault {
  numberHead.lastIndex = start;
  if (!numberHead.test(text)) return digitMissing(text, start + 1);
  const afterHead = numberHead.lastIndex;
  numberTail.lastIndex = afterHead;
  const tail = numberTail.exec(text);
  const end = afterHead + (tail?.[0].length ?? 0);
  const next = text[end] ?? "";
  if (next >= "0" && next <= "9") {
    return { reason: "A number must not begin with 0", position: end };
  }
  if (next === "." && tail?.[0] === "") return digitMissing(text, end + 1);
  if (next === "e" || next === "E") {
    if (tail?.[2] !== undefined) return { reason: "Unexpected second exponent in a number", position: end };
    const sign = text[end + 1];
    return digitMissing(text, end + (sign === "+" || sign === "-" ? 2 : 1));
  }
  const isInteger = tail?.[0] === "";
  if (!isInteger && !Number.isFinite(Number(text.slice(start, end)))) {
    return { reason: "Number out of range", position: start };
  }
  return end;
}

function digitMissing(text: string, position: number): JsonFault {
  if (position >= text.length) return { reason: "The text ends too early", position };
  return { reason: `Unexpected ${named(text, position)} in a number, expected a digit`, position };
}

function readString(text: string, start: number): number | JsonFault {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { reason: `Unexpected ${named(text, at)} in a string`, position: at };
    if (code !== 0x5c) {
      at += 1;
      continue;
    }
    const escape = text[at + 1];
    if (escape === undefined) break;
    if (escape === "u") {
      for (let offset = 2; offset < 6; offset++) {
        const digit = text[at + offset];
        if (digit === undefined) return { reason: "The text ends inside a string", position: text.length };
        if (!/[0-9a-fA-F]/.test(digit)) {
          return { reason: `Unexpected ${named(text, at + offset)} in an escape`, position: at + offset };
        }
      }
      at += 6;
    } else if (escapes.includes(escape)) {
      at += 2;
    } else {
      return { reason: `Unexpected escape of ${named(text, at + 1)}`, position: at + 1 };
    }
  }
  return { reason: "The text ends inside a string", position: text.length };
}
