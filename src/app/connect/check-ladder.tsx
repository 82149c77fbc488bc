import { Check as Tick, Minus, X } from "lucide-react";
import { Instant } from "#parts/instant.tsx";
import { cx } from "#ui/cx.ts";
import { formatDuration } from "#ui/format-duration.ts";
import type { Check } from "./connect-checks.ts";

const marks = {
  waiting: { Icon: Minus, ink: "text-quiet", word: "Not tried" },
  passed: { Icon: Tick, ink: "text-ok", word: "Passed" },
  failed: { Icon: X, ink: "text-bad", word: "Failed" },
} as const;

/** What was tried, rung by rung, each with its fact. */
export function CheckLadder(props: {
  checks: readonly Check[];
  /** When the last try began and how long it took, ms. */
  tried: { readonly at: Date; readonly durationMs: number } | undefined;
}) {
  return (
    <section aria-labelledby="what-was-tried">
      <div className="flex items-baseline justify-between gap-4 border-b border-line-control pb-2">
        <h2 id="what-was-tried" className="text-13 font-semibold">
          What was tried
        </h2>
        {props.tried && (
          <span className="text-12 text-quiet">
            <Instant at={props.tried.at} timeOnly />, {formatDuration(props.tried.durationMs)}
          </span>
        )}
      </div>
      <ol>
        {props.checks.map((check) => {
          const { Icon, ink, word } = marks[check.state];
          return (
            <li key={check.id} className="flex gap-3 border-b border-line px-px py-2.5">
              <Icon
                size={16}
                strokeWidth={1.5}
                aria-label={word}
                role="img"
                className={cx("mt-0.5 shrink-0", ink)}
              />
              <div className="min-w-0 grow">
                <div
                  className={cx(
                    "text-13",
                    check.state === "waiting" ? "text-quiet" : "text-ink",
                    check.state === "failed" && "font-semibold",
                  )}
                >
                  {check.title}
                </div>
                {check.detail !== undefined && check.detail !== "" && (
                  <div className="text-12 break-words text-ink-2">{check.detail}</div>
                )}
              </div>
              {check.fact !== undefined && <span className="value shrink-0 text-quiet">{check.fact}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
