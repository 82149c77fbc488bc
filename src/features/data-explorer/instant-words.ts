import type { TimeZoneChoice } from "#ui/format-instant.ts";

/** An instant as one says it: `Sun 23 Nov 2025, 17:01:51.123`, in the zone asked for. */
export function instantWords(date: Date, zone: TimeZoneChoice): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
    ...(zone === "utc" ? { timeZone: "UTC" } : {}),
  });
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const day = `${part["weekday"]} ${part["day"]} ${part["month"]} ${part["year"]}`;
  return `${day}, ${part["hour"]}:${part["minute"]}:${part["second"]}.${part["fractionalSecond"]}`;
}
