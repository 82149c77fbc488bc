import inspect from "object-inspect";
import { cutToBytes } from "./cut-to-bytes.ts";

export type LogLevel = "LOG" | "DEBUG" | "INFO" | "WARN" | "ERROR";

const largestLine = 32_768;

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
  const kept = cutToBytes(text, largestLine);
  return kept === text ? text : `${kept} (truncated due to length)`;
}
