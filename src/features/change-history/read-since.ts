import { dateToTimestamp, asTimestamp, parseTimestamp, type Timestamp } from "#values/timestamp.ts";
import type { TimeZoneChoice } from "#ui/format-instant.ts";
import { sinceChoices } from "./since-choices.ts";

/** What a text in "Since" means, or in a sentence why it means nothing. */
export type ReadSince =
  | { readonly kind: "since"; readonly ts: Timestamp }
  | { readonly kind: "wrong"; readonly sentence: string };

const moment = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s*(UTC|Z)?$/i;

/**
 * Reads a choice of the list, the 19 digits of a timestamp, or a date with or without a time of day. No cursor is ever
 * made that lies after the latest commit: the deployment would go back from it, and changes would be read twice.
 *
 * @param latest the latest commit, ns
 */
export function readSince(text: string, latest: Timestamp, zone: TimeZoneChoice): ReadSince {
  const typed = text.trim();
  const choice = sinceChoices.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
  if (choice) return { kind: "since", ts: choice.from(latest) };
  const ts = /^\d+$/.test(typed) ? readDigits(typed) : readDate(typed, zone);
  if (typeof ts === "string") return { kind: "wrong", sentence: ts };
  if (ts > latest) {
    return {
      kind: "wrong",
      sentence: `This is after the latest commit, ${latest}. Nothing can have changed since.`,
    };
  }
  return { kind: "since", ts };
}

function readDigits(digits: string): Timestamp | string {
  const ts = parseTimestamp(digits);
  if (ts !== undefined && (digits.length === 19 || ts === 0n)) return ts;
  return `A timestamp has 19 digits (nanoseconds since 1970); this one has ${digits.length}.`;
}

function readDate(text: string, zone: TimeZoneChoice): Timestamp | string {
  const match = moment.exec(text);
  if (!match) return "Write 19 digits, or a date such as 2026-01-15 or 2026-01-15 12:00:00.";
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const isUtc = zone === "utc" || match[8] !== undefined;
  const date = isUtc
    ? new Date(Date.UTC(year, month - 1, day, hour, minute, second))
    : new Date(year, month - 1, day, hour, minute, second);
  // The calendar turns 31 February into 3 March without a word.
  const [gotMonth, gotDay] = isUtc
    ? [date.getUTCMonth(), date.getUTCDate()]
    : [date.getMonth(), date.getDate()];
  if (gotMonth !== month - 1 || gotDay !== day || hour > 23 || minute > 59 || second > 59) {
    return `There is no such moment as ${text}.`;
  }
  if (date.getTime() < 0) return "A database's clock begins in 1970.";
  return asTimestamp(dateToTimestamp(date) + BigInt((match[7] ?? "").padEnd(9, "0")));
}
