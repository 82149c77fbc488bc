import inspect from "object-inspect";

export type LogLevel = "LOG" | "DEBUG" | "INFO" | "WARN" | "ERROR";

const largestLine = 32_768;
const utf8 = new TextEncoder();

/** One log line of a console call: `[LOG] 'text' 1 { a: 1 }`. Strings are quoted, objects broken over lines. */
export function logLine(level: LogLevel, args: readonly unknown[]): string {
  return unquotedLogLine(level, args.map(printArgument).join(" "));
}

/** A log line of text that is not a value, such as a timer's. */
export function unquotedLogLine(level: LogLevel, text: string): string {
  return `[${level}] ${truncated(text)}`;
}

function printArgument(value: unknown): string {
  try {
    return inspect(value, { indent: 2, depth: 5 });
  } catch {
    // A getter or a `toString` of the function's own can throw; a log line never fails its function.
    return "[Uninspectable]";
  }
}

function truncated(text: string): string {
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 <= largestLine) return text;
  const bytes = utf8.encode(text);
  if (bytes.length <= largestLine) return text;
  const { read } = utf8.encodeInto(text, new Uint8Array(largestLine));
  return `${text.slice(0, read)} (truncated due to length)`;
}
