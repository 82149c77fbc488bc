import { formatAgo } from "./format-ago.ts";
import { formatInstant, type TimeZoneChoice } from "./format-instant.ts";

/** An instant, or how long ago it was; the other spelling is its title. `<TimeLabel date={date} zone="utc" />`, `<TimeLabel date={date} zone="utc" agoFrom={now} />` */
export function TimeLabel(props: {
  date: Date;
  zone: TimeZoneChoice;
  /** Show the age, counted from this. */
  agoFrom?: Date | undefined;
  /** Only the time of day. */
  timeOnly?: boolean | undefined;
  /** Milliseconds, in quiet ink. */
  milliseconds?: boolean | undefined;
  className?: string | undefined;
}) {
  const { date, zone } = props;
  if (Number.isNaN(date.getTime())) return <span className={props.className}>not a date</span>;
  const whole = formatInstant(date, zone, true);
  const other =
    zone === "utc" ? `${formatInstant(date, "local", true)} here` : `${formatInstant(date, "utc", true)} UTC`;
  const title = `${whole}${zone === "utc" ? " UTC" : ""}\n${other}`;
  const shown = props.timeOnly ? whole.slice(11) : whole;
  return (
    <time dateTime={date.toISOString()} title={title} className={props.className}>
      {props.agoFrom ? (
        formatAgo(props.agoFrom.getTime() - date.getTime())
      ) : (
        <>
          {shown.slice(0, -4)}
          {props.milliseconds && <span className="text-quiet">{shown.slice(-4)}</span>}
        </>
      )}
    </time>
  );
}
