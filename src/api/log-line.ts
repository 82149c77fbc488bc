export type LogLevel = "log" | "debug" | "info" | "warn" | "error";

/** One `console` call of a function. `text` is as the deployment printed it: texts in quotes, objects on many lines. */
export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}

const levels: Readonly<Record<string, LogLevel>> = {
  LOG: "log",
  DEBUG: "debug",
  INFO: "info",
  WARN: "warn",
  ERROR: "error",
};

/** Reads `[LEVEL] text`; a line of another form is a plain one. */
export function readLogLine(line: string): LogLine {
  const match = /^\[([A-Z]+)\] ?/.exec(line);
  const level = levels[match?.[1] ?? ""];
  return level === undefined || match === null
    ? { level: "log", text: line }
    : { level, text: line.slice(match[0].length) };
}
