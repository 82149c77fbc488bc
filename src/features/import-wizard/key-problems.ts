import type { KeyReport } from "#reading/check-keys.ts";
import type { Example, Sightings } from "#reading/column-profile.ts";
import { formatCount } from "#ui/format-count.ts";

/** What in the file stands against replacing by this key, as sentences with the first examples; empty: nothing. */
export function keyProblems(keys: KeyReport): readonly string[] {
  return [
    sentence(keys.again, "record has", "records have", "a key that an earlier one has"),
    sentence(keys.missing, "record lacks", "records lack", "a field of the key"),
    sentence(keys.nulls, "record has", "records have", "null in the key, which would make them one document"),
  ].filter((problem) => problem !== undefined);
}

function sentence(seen: Sightings, one: string, many: string, what: string): string | undefined {
  if (seen.count === 0) return undefined;
  const examples = seen.examples.map(spelt).join("; ");
  return `${formatCount(seen.count)} ${seen.count === 1 ? one : many} ${what}: ${examples}${seen.count > seen.examples.length ? "; and more" : ""}.`;
}

function spelt({ line, text }: Example): string {
  return `line ${formatCount(line)} (${text})`;
}
