import { timestampToDate, type Timestamp } from "#values/timestamp.ts";
import { formatInstant } from "#ui/format-instant.ts";
import { TimeLabel } from "#ui/time-label.tsx";
import { useTimeZone } from "./use-time-zone.ts";

/** A date in the clock that is chosen; the title has both. `<Instant at={timestamp} milliseconds />` */
export function Instant(props: {
  at: Timestamp | Date;
  agoFrom?: Date | undefined;
  timeOnly?: boolean | undefined;
  milliseconds?: boolean | undefined;
  /** Local time with UTC beside it, or the other way round. */
  both?: boolean | undefined;
  className?: string | undefined;
}) {
  const [zone] = useTimeZone();
  const date = typeof props.at === "bigint" ? timestampToDate(props.at) : props.at;
  const label = (
    <>
      <TimeLabel
        date={date}
        zone={zone}
        agoFrom={props.agoFrom}
        timeOnly={props.timeOnly}
        milliseconds={props.milliseconds}
        className={props.className}
      />
      {zone === "utc" && props.agoFrom === undefined && " UTC"}
    </>
  );
  if (!props.both || Number.isNaN(date.getTime())) return label;
  return (
    <>
      {label}{" "}
      <span className="text-quiet">
        {zone === "utc" ? `${formatInstant(date, "local")} here` : `${formatInstant(date, "utc")} UTC`}
      </span>
    </>
  );
}
