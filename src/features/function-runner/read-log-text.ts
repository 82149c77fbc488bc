/** A piece of a log line: a text as the person wrote it, or something that the deployment printed. */
export interface LogPart {
  readonly kind: "text" | "number" | "word" | "printed";
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r" };
const number = /^-?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|\d+n)$/;
const words = ["null", "undefined", "true", "false", "NaN", "Infinity", "-Infinity"];
const openers = "[{(";
const closers = "]})";
/** The one sentence with quotes that is no printed argument. */
const unquoted = /^Timer '.*' does not exist$/s;

/**
 * Takes a log line's text apart (HTTP API: log lines). The deployment prints every argument as a JavaScript literal,
 * texts in single quotes; a text that was an argument of its own gets its quotes and escapes off, texts inside objects
 * keep theirs. Together the pieces are the whole line.
 */
export function readLogText(text: string): readonly LogPart[] {
  if (unquoted.test(text)) return [{ kind: "printed", text }];
  const parts: LogPart[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at])) {
      let end = at;
      while (isSpace(text[end])) end += 1;
      parts.push({ kind: "printed", text: text.slice(at, end) });
      at = end;
      continue;
    }
    const quoted = text[at] === "'" ? endOfQuoted(text, at) : undefined;
    if (quoted !== undefined) {
      parts.push({ kind: "text", text: unescape(text.slice(at + 1, quoted - 1)) });
      at = quoted;
    } else {
      const end = endOfPrinted(text, at);
      parts.push(printed(text.slice(at, end)));
      at = end;
    }
  }
  return joined(parts);
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\n";
}

/** Where the quoted text that opens at `start` has ended; undefined when it was cut, or when it is no quoted text. */
function endOfQuoted(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "'") {
      const next = text[at + 1];
      return next === undefined || isSpace(next) ? at + 1 : undefined;
    }
  }
  return undefined;
}

function endOfPrinted(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (depth === 0 && isSpace(character)) return at;
    if (openers.includes(character)) depth += 1;
    else if (closers.includes(character)) depth = Math.max(0, depth - 1);
    // Inside an object a quote opens a text only where a value can begin: an error's message may hold apostrophes.
    else if (character === "'" && depth > 0 && /[\s[({]/.test(text[at - 1] ?? "")) {
      at = endOfInner(text, at) - 1;
    }
  }
  return text.length;
}

function endOfInner(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "'") return at + 1;
  }
  return text.length;
}

function unescape(text: string): string {
  return text.replace(/\\(?:x([0-9A-F]{2})|(.))/gs, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function printed(text: string): LogPart {
  return { kind: number.test(text) ? "number" : words.includes(text) ? "word" : "printed", text };
}

function joined(parts: readonly LogPart[]): readonly LogPart[] {
  const all: LogPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === "printed" && part.kind === "printed") {
      all[all.length - 1] = { kind: "printed", text: last.text + part.text };
    } else {
      all.push(part);
    }
  }
  return all;
}
