import { useMemo, useState } from "react";
import { useTimeZone } from "#parts/use-time-zone.ts";
import { Button } from "#ui/button.tsx";
import { formatAgo } from "#ui/format-ago.ts";
import { formatCount } from "#ui/format-count.ts";
import { formatInstant, type TimeZoneChoice } from "#ui/format-instant.ts";
import { timestampToDate, type Timestamp } from "#values/timestamp.ts";
import { ChangeMark } from "./change-mark.tsx";
import { changeWords } from "./change-words.ts";
import { changeKinds, type ChangeKind, type Transaction } from "./change.ts";
import { histogram, type Bar, type Histogram } from "./histogram.ts";

const fills: Readonly<Record<ChangeKind, string>> = {
  inserted: "fill-ok-line",
  updated: "fill-accent",
  deleted: "fill-bad-line",
  seen: "fill-line-strong",
};
/** From the foot of a bar up. */
const stack: readonly ChangeKind[] = ["updated", "inserted", "deleted", "seen"];
const height = 72;
const marks = 6;
const day = 86_400_000_000_000n;

/** How many changes there were when, by kind; a mark of the time below begins a reading there. */
export function ChangesOverTime(props: {
  transactions: readonly Transaction[];
  since: Timestamp;
  scannedTo: Timestamp;
  onSince: (since: Timestamp) => void;
}) {
  const { transactions, since, scannedTo } = props;
  const [zone] = useTimeZone();
  const [asList, setAsList] = useState(false);
  const found = useMemo(() => histogram(transactions, since, scannedTo), [transactions, since, scannedTo]);
  if (found === undefined) return null;
  return (
    <figure aria-label="Changes over time" className="shrink-0 border-b border-line px-4 py-2 max-sm:hidden">
      <div className="flex items-center gap-4 pb-1 text-12">
        <figcaption className="mr-auto text-quiet">
          {`Bars of ${formatAgo(Number(found.step / 1_000_000n))}, the highest has ${formatCount(found.most)}`}
        </figcaption>
        {changeKinds.map((kind) => (
          <span key={kind} className="flex items-center gap-1.5 text-ink-2 max-lg:hidden">
            <ChangeMark kind={kind} />
            <span aria-hidden>{changeWords[kind].word.toLowerCase()}</span>
          </span>
        ))}
        <Button size="small" kind="quiet" expanded={asList} onClick={() => setAsList(!asList)}>
          Read as a list
        </Button>
      </div>
      {asList ? (
        <AsList found={found} zone={zone} onSince={props.onSince} />
      ) : (
        <>
          <Bars found={found} zone={zone} />
          <Marks found={found} zone={zone} onSince={props.onSince} />
        </>
      )}
    </figure>
  );
}

function Bars({ found, zone }: { found: Histogram; zone: TimeZoneChoice }) {
  const { bars, most } = found;
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const [first, last] = [bars[0], bars.at(-1)];
  const span = first && last ? ` between ${label(first, found, zone)} and ${label(last, found, zone)}` : "";
  return (
    <svg
      role="img"
      aria-label={`${formatCount(total)} changes${span}, at most ${formatCount(most)} in one bar`}
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      height={height}
      className="block w-full border-b border-line-control"
    >
      <rect y={0} width={bars.length} height={1} className="fill-line" />
      <rect y={height / 2} width={bars.length} height={1} className="fill-line" />
      {bars.map((bar, at) => {
        let top = height;
        return stack.map((kind) => {
          const part = (bar.counts[kind] / most) * height;
          top -= part;
          return part === 0 ? null : (
            <rect
              key={`${at} ${kind}`}
              x={at + 0.12}
              y={top}
              width={0.76}
              height={part}
              className={fills[kind]}
            />
          );
        });
      })}
    </svg>
  );
}

function Marks(props: { found: Histogram; zone: TimeZoneChoice; onSince: (since: Timestamp) => void }) {
  const { found, zone } = props;
  const every = Math.max(1, Math.ceil(found.bars.length / marks));
  return (
    <div className="flex">
      {found.bars.flatMap((bar, at) =>
        at % every === 0
          ? [
              <div
                key={at}
                style={{ flexGrow: Math.min(every, found.bars.length - at), flexBasis: 0 }}
                className="min-w-0"
              >
                <button
                  type="button"
                  title={`Read since ${formatInstant(timestampToDate(bar.from), zone)}`}
                  onClick={() => props.onSince(bar.from)}
                  className="-ml-1 min-h-6 truncate rounded-3 px-1 text-11 text-quiet hover:text-ink"
                >
                  {label(bar, found, zone)}
                </button>
              </div>,
            ]
          : [],
      )}
    </div>
  );
}

function AsList(props: { found: Histogram; zone: TimeZoneChoice; onSince: (since: Timestamp) => void }) {
  const { found, zone } = props;
  return (
    <div className="max-h-40 overflow-y-auto">
      <table aria-label="Changes over time" className="text-12">
        <thead>
          <tr className="text-left text-11 text-quiet">
            <th scope="col" className="pr-6 font-medium">
              From
            </th>
            {changeKinds.map((kind) => (
              <th key={kind} scope="col" className="pr-6 text-right font-medium">
                {changeWords[kind].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.bars
            .filter(({ total }) => total > 0)
            .map((bar) => (
              <tr key={bar.from.toString()}>
                <th scope="row" className="pr-6 text-left font-normal">
                  <button
                    type="button"
                    title="Read since this moment"
                    onClick={() => props.onSince(bar.from)}
                    className="link min-h-6 font-normal"
                  >
                    {formatInstant(timestampToDate(bar.from), zone)}
                  </button>
                </th>
                {changeKinds.map((kind) => (
                  <td key={kind} className="pr-6 text-right">
                    {formatCount(bar.counts[kind])}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** The beginning of a bar: the day when bars are hours or longer, else the time. */
function label(bar: Bar, { step, bars }: Histogram, zone: TimeZoneChoice): string {
  const text = formatInstant(timestampToDate(bar.from), zone);
  const span = step * BigInt(bars.length);
  if (step >= day) return text.slice(5, 10);
  if (span > 2n * day) return text.slice(5, 16);
  return step < 60_000_000_000n ? text.slice(11) : text.slice(11, 16);
}
