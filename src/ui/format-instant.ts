export type TimeZoneChoice = "utc" | "local";

const two = (value: number) => String(value).padStart(2, "0");

/** `2025-11-23 16:58:04`, or with milliseconds `2025-11-23 16:58:04.123`, in the zone asked for. */
export function formatInstant(date: Date, zone: TimeZoneChoice, milliseconds = false): string {
  const utc = zone === "utc";
  const day = utc
    ? [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
    : [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const time = utc
    ? [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
    : [date.getHours(), date.getMinutes(), date.getSeconds()];
  const text = `${day.map(two).join("-")} ${time.map(two).join(":")}`;
  return milliseconds ? `${text}.${String(date.getUTCMilliseconds()).padStart(3, "0")}` : text;
}
