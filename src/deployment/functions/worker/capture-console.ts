import { logLine, unquotedLogLine, type LogLevel } from "./log-line.ts";

/** The methods of `console` that functions find. */
export type FunctionConsole = Readonly<Record<string, (...args: unknown[]) => void>>;

/**
 * A console whose calls become log lines.
 *
 * @param write takes each line as soon as it is made
 * @param clock milliseconds, for timers
 */
export function captureConsole(write: (line: string) => void, clock: () => number): FunctionConsole {
  const timers = new Map<string, number>();
  const at =
    (level: LogLevel) =>
    (...args: unknown[]): void =>
      write(logLine(level, args));
  const elapsed = (label: string, rest: readonly unknown[]): boolean => {
    const start = timers.get(label);
    if (start === undefined) {
      write(unquotedLogLine("WARN", `Timer '${label}' does not exist`));
      return false;
    }
    const time = `${label}: ${Math.round(clock() - start)}ms`;
    const extra = rest.length === 0 ? "" : ` ${logLine("INFO", rest).slice("[INFO] ".length)}`;
    write(unquotedLogLine("INFO", time + extra));
    return true;
  };
  return {
    log: at("LOG"),
    debug: at("DEBUG"),
    info: at("INFO"),
    warn: at("WARN"),
    error: at("ERROR"),
    dir: (value) => write(logLine("LOG", [value])),
    table: at("LOG"),
    trace: (...args) => {
      const values = logLine("LOG", args).slice("[LOG] ".length);
      write(unquotedLogLine("LOG", `${values}\n${callers(new Error().stack)}`.trim()));
    },
    assert: (condition, ...args) => {
      if (condition !== true) write(logLine("ERROR", ["Assertion failed", ...args]));
    },
    time: (label) => {
      timers.set(labelOf(label), clock());
    },
    timeLog: (label, ...rest) => {
      elapsed(labelOf(label), rest);
    },
    timeEnd: (label, ...rest) => {
      if (elapsed(labelOf(label), rest)) timers.delete(labelOf(label));
    },
    // Grouping has no meaning in a list of lines; it must only not fail.
    group: at("LOG"),
    groupEnd: () => {},
  };
}

function labelOf(label: unknown): string {
  if (label === undefined) return "default";
  return typeof label === "string" ? label : logLine("LOG", [label]).slice("[LOG] ".length);
}

/** The stack without its heading and without the console's own frame. */
function callers(stack: string | undefined): string {
  return (stack ?? "").split("\n").slice(2).join("\n");
}
