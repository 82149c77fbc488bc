import { expect, test } from "vitest";
import { asTimestamp } from "#values/timestamp.ts";
import { readSince } from "./read-since.ts";

const latest = asTimestamp(1_768_478_400_000_000_001n); // 2026-01-15T12:00:00.000000001Z

test("keeps every digit of a timestamp", () => {
  expect(readSince("1768478399123456789", latest, "utc")).toEqual({
    kind: "since",
    ts: 1_768_478_399_123_456_789n,
  });
});

test("counts a choice back from the latest commit", () => {
  expect(readSince("last hour", latest, "utc")).toEqual({ kind: "since", ts: latest - 3_600_000_000_000n });
  expect(readSince("Since the log begins", latest, "utc")).toEqual({ kind: "since", ts: 0n });
});

test("reads a date with a time of day down to the nanosecond", () => {
  const read = (text: string) => readSince(text, latest, "utc");
  expect(read("2026-01-15 11:30:05.000000123")).toEqual({ kind: "since", ts: 1_768_476_605_000_000_123n });
  expect(read("2026-01-15T11:30")).toEqual({ kind: "since", ts: 1_768_476_600_000_000_000n });
  expect(read("2026-01-15")).toEqual({ kind: "since", ts: 1_768_435_200_000_000_000n });
});

test("a date that says UTC is UTC, whatever clock is shown", () => {
  expect(readSince("2026-01-15 11:30 UTC", latest, "local")).toEqual({
    kind: "since",
    ts: 1_768_476_600_000_000_000n,
  });
});

test("never makes a cursor after the latest commit", () => {
  for (const text of ["1768478400000000002", "2026-01-15 12:00:01", "9223372036854775807"]) {
    expect(readSince(text, latest, "utc"), text).toMatchObject({ kind: "wrong" });
  }
  expect(readSince(latest.toString(), latest, "utc")).toEqual({ kind: "since", ts: latest });
});

test("says what is wrong with a text that is no moment", () => {
  expect(readSince("1768478400000", latest, "utc")).toEqual({
    kind: "wrong",
    sentence: "A timestamp has 19 digits (nanoseconds since 1970); this one has 13.",
  });
  for (const text of ["", "yesterday", "2026-02-31", "2025-12-01 25:00", "1969-01-01"]) {
    expect(readSince(text, latest, "utc").kind, text).toBe("wrong");
  }
});
