import { fallback, optional, picklist, pipe, string, check } from "valibot";
import { parseTimestamp } from "#values/timestamp.ts";

/** Any text, or nothing. */
export const text = fallback(optional(string()), undefined);

/**
 * A moment of the database's clock as its decimal digits (ns). It stays text in the URL and in the search, because a
 * number would lose its last digits; `parseTimestamp` of `values` reads it.
 */
export const moment = fallback(
  optional(
    pipe(
      string(),
      check((digits) => parseTimestamp(digits) !== undefined),
    ),
  ),
  undefined,
);

/** One word of a few, or nothing. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return fallback(optional(picklist(words)), undefined);
}
