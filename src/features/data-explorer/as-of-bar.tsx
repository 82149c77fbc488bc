import { Clock, Pin } from "lucide-react";
import { historyPlace } from "#places/history-place.ts";
import { Instant } from "#parts/instant.tsx";
import { PlaceLink } from "#parts/place-link.tsx";
import { TimestampDigits } from "#parts/timestamp-digits.tsx";
import { useTimeZone } from "#parts/use-time-zone.ts";
import { timestampToDate, type Timestamp } from "#values/timestamp.ts";
import { Button } from "#ui/button.tsx";
import { cx } from "#ui/cx.ts";
import { formatInstant } from "#ui/format-instant.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { instantWords } from "./instant-words.ts";
import { useNow } from "./use-now.ts";

/** The instant that every row below is of, in words and to the nanosecond. */
export function AsOfBar(props: {
  table: string;
  component: string;
  /** Undefined until the first page is here. */
  snapshot: Timestamp | undefined;
  /** Whether the URL names the instant. */
  isHeld: boolean;
  /** The latest commit, if it is known. */
  latest: Timestamp | undefined;
  onHold: () => void;
  onNow: () => void;
}) {
  const { snapshot, isHeld, latest, table, component } = props;
  const now = useNow();
  return (
    <section
      aria-label="As of"
      className={cx(
        "flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-0.5 border-b px-4 py-1 text-12",
        isHeld ? "border-selected-line bg-selected" : "border-line",
      )}
    >
      <Clock
        size={14}
        strokeWidth={1.5}
        aria-hidden
        className={cx("shrink-0", isHeld ? "text-accent" : "text-ink-2")}
      />
      <span className={snapshot === undefined ? "text-quiet" : "font-medium"}>As of</span>
      {snapshot === undefined ? (
        <Skeleton width={240} />
      ) : (
        <>
          <Words at={snapshot} />
          <TimestampDigits ts={snapshot} className={cx("value", isHeld ? "text-ink-2" : "text-quiet")} />
          {isHeld && <span className="font-medium text-accent">Held</span>}
          <span className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-quiet max-sm:hidden">
              <Instant at={snapshot} agoFrom={now} /> ago
            </span>
            {latest !== undefined && latest > snapshot && (
              <PlaceLink
                place={historyPlace}
                search={{
                  table,
                  component: component === "" ? undefined : component,
                  since: snapshot.toString(),
                  kind: undefined,
                  document: undefined,
                }}
              >
                Changes since
              </PlaceLink>
            )}
            {!isHeld && (
              <Button size="small" icon={Pin} onClick={props.onHold}>
                Hold
              </Button>
            )}
            <Button size="small" onClick={props.onNow}>
              Go to now
            </Button>
          </span>
        </>
      )}
    </section>
  );
}

function Words(props: { at: Timestamp }) {
  const [zone] = useTimeZone();
  const date = timestampToDate(props.at);
  const other = zone === "utc" ? "local" : "utc";
  return (
    <time dateTime={date.toISOString()} title={`${formatInstant(date, other, true)} ${other}`}>
      {instantWords(date, zone)}
      {zone === "utc" ? (
        " UTC"
      ) : (
        <span className="text-quiet max-sm:hidden"> ({formatInstant(date, "utc").slice(11)} UTC)</span>
      )}
    </time>
  );
}
