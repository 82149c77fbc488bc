import { memo } from "react";
import { readLogLine, type LogLevel, type LogLine } from "#api/log-line.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { cx } from "#ui/cx.ts";
import { LogText } from "./log-text.tsx";
import { readLogText } from "./read-log-text.ts";

const levels: Record<LogLevel, string> = {
  log: "text-quiet",
  debug: "text-quiet",
  info: "text-quiet",
  warn: "text-warn",
  error: "text-bad",
};

// A region that scrolls must be reached by the keyboard.
const keyboardStop = 0;

/** What the function wrote to its console, line after line. */
export const LogLines = memo(function LogLines(props: {
  /** As the deployment sent them; undefined when there is no outcome. */
  lines: readonly string[] | undefined;
  /** Why lines may be missing. */
  hidden: boolean;
}) {
  const lines = (props.lines ?? []).map(readLogLine);
  const count = (level: LogLevel) => lines.filter((line) => line.level === level).length;
  const tally = [said(count("error"), "error"), said(count("warn"), "warning")].filter((text) => text !== "");
  return (
    <section aria-label="Log lines" className="flex min-h-0 min-w-0 grow flex-col">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-4 max-xl:justify-end">
        <h2 className="text-12 font-semibold max-xl:sr-only">Log lines</h2>
        {props.lines !== undefined && (
          <span className="text-11 text-quiet max-xl:sr-only">{lines.length}</span>
        )}
        <span className="ml-auto text-12 text-ink-2">{tally.join(", ")}</span>
        {lines.length > 0 && <CopyButton text={() => asText(lines)} label="Copy log lines" small />}
      </div>
      {lines.length === 0 ? (
        <p className="px-4 py-2 text-12 text-quiet">
          {props.lines === undefined
            ? "What the function writes to its console is shown here."
            : props.hidden
              ? "The deployment keeps log lines to itself."
              : "The function wrote nothing to its console."}
        </p>
      ) : (
        <ol
          tabIndex={keyboardStop}
          aria-label="Lines"
          className="focus-inset min-h-0 grow overflow-y-auto py-1"
        >
          {lines.map((line, index) => (
            <li
              key={index}
              className="grid grid-cols-[28px_40px_minmax(0,1fr)] gap-x-2 px-4 leading-5 [contain-intrinsic-size:auto_20px] [content-visibility:auto]"
            >
              <span aria-hidden className="value text-right text-quiet">
                {index + 1}
              </span>
              <span className={cx("value", levels[line.level])}>{line.level}</span>
              <LogText text={line.text} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
});

function said(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function asText(lines: readonly LogLine[]): string {
  return lines
    .map(
      ({ level, text }) =>
        `[${level}] ${readLogText(text)
          .map((part) => part.text)
          .join("")}`,
    )
    .join("\n");
}
