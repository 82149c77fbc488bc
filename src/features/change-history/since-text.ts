import { timestampToDate, type Timestamp } from "#values/timestamp.ts";
import { formatInstant, type TimeZoneChoice } from "#ui/format-instant.ts";

/** A moment as "Since" shows it and reads it again: digits unless a date says it to the nanosecond. */
export function sinceText(ts: Timestamp, zone: TimeZoneChoice): string {
  if (ts === 0n) return "Since the log begins";
  if (ts % 1_000_000n !== 0n) return ts.toString();
  const text = formatInstant(timestampToDate(ts), zone, ts % 1_000_000_000n !== 0n);
  return zone === "utc" ? `${text} UTC` : text;
}
