import { formatInstant } from "#ui/format-instant.ts";
import { cx } from "#ui/cx.ts";
import { TimeLabel } from "#ui/time-label.tsx";
import { useTimeZone } from "#parts/use-time-zone.ts";
import { eventWords } from "./event-words.ts";
import type { ImportState } from "./sending/import-state.ts";

/** What happened, newest first, in full sentences. */
export function ImportLog(props: { state: ImportState }) {
  const [zone] = useTimeZone();
  return (
    <section aria-label="What happened" className="flex min-h-0 flex-col">
      <div className="flex h-8 shrink-0 items-center border-y border-line bg-sunken px-4">
        <h2 className="text-12 font-semibold">What happened</h2>
        <span className="ml-auto text-11 text-quiet">newest first</span>
      </div>
      <ol className="min-h-0 text-12">
        {props.state.log.map((event, index) => {
          const { word, tone, sentence } = eventWords(event, props.state.plan);
          return (
            <li
              key={props.state.log.length - index}
              className="flex flex-wrap gap-x-4 border-b border-line px-4 py-1.5 sm:flex-nowrap"
            >
              <span className="w-24 shrink-0 text-quiet" title={formatInstant(new Date(event.at), "utc")}>
                <TimeLabel date={new Date(event.at)} zone={zone} timeOnly milliseconds />
              </span>
              <span
                className={cx(
                  "w-20 shrink-0",
                  tone === "warn"
                    ? "font-medium text-warn"
                    : tone === "bad"
                      ? "font-medium text-bad"
                      : "text-ink-2",
                )}
              >
                {word}
              </span>
              <span className="min-w-0 break-words">{sentence}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
