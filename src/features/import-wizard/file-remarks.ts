import type { FileAnalysis } from "#reading/analyse-file.ts";
import type { Sightings } from "#reading/column-profile.ts";
import { formatCount } from "#ui/format-count.ts";

/** What a person should know about the file as a whole, as sentences. */
export function fileRemarks(analysis: FileAnalysis): readonly string[] {
  const { bad, shortRows, strayQuotes, namedTwice } = analysis;
  return [
    bad.count > 0 && `${records(bad.count)} cannot be read and will be refused: ${firstOf(bad)}.`,
    shortRows.count > 0 &&
      `${formatCount(shortRows.count)} rows have fewer cells than the first row; the missing fields are left unset: ${linesOf(shortRows)}.`,
    strayQuotes.count > 0 &&
      `${formatCount(strayQuotes.count)} rows have a quote where none may stand; it is kept as text: ${linesOf(strayQuotes)}.`,
    namedTwice.count > 0 &&
      `${records(namedTwice.count)} name a field twice in one object; the later one counts: ${linesOf(namedTwice)}.`,
  ].filter((sentence) => sentence !== false);
}

function records(count: number): string {
  return count === 1 ? "1 record" : `${formatCount(count)} records`;
}

function linesOf(seen: Sightings): string {
  const lines = seen.examples.map(({ line }) => formatCount(line));
  const more = seen.count > lines.length ? " and more" : "";
  return `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more}`;
}

function firstOf(seen: Sightings): string {
  const [first] = seen.examples;
  return first ? `line ${formatCount(first.line)}: ${first.text.replace(/\.$/, "")}` : "";
}
