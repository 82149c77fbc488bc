import type { ColumnProfile, Example, Sightings } from "#reading/column-profile.ts";
import { type FieldProfile, valueKinds } from "#reading/field-profile.ts";
import type { ColumnMapping } from "#reading/mapping.ts";
import { formatCount } from "#ui/format-count.ts";

/** Something worth knowing about a column. `tag` is one or two words before the sentence. */
export interface Remark {
  readonly tag?: string | undefined;
  readonly tone: "plain" | "accent" | "warn";
  readonly text: string;
}

/** What a person should see about a column of a table, the most important first. */
export function columnRemarks(profile: ColumnProfile, column: ColumnMapping): readonly Remark[] {
  if (column.kind === "leave-out") return [{ tone: "plain", text: "not stored" }];
  if (profile.filled === 0)
    return [{ tone: "plain", text: "every cell is empty: the field is never stored" }];
  return [...renaming(profile.name, column), ...ofKind(profile, column), ...ofCells(profile)];
}

/** The same for a field of JSON records. */
export function fieldRemarks(profile: FieldProfile, column: ColumnMapping): readonly Remark[] {
  if (column.kind === "leave-out") return [{ tone: "plain", text: "not stored" }];
  const kinds = valueKinds.filter((kind) => profile.kinds[kind] > 0);
  const found = kinds.map((kind) =>
    kinds.length === 1 ? kind : `${kind} ${formatCount(profile.kinds[kind])}`,
  );
  const remarks: Remark[] = [...renaming(profile.name, column)];
  if (profile.largeIntegers.count > 0 && column.kind === "as-is")
    remarks.push(tooLarge(profile.largeIntegers));
  if (profile.oddNames.count > 0 && column.kind === "as-is")
    remarks.push({
      tag: "odd names inside",
      tone: "warn",
      text: `${times(profile.oddNames.count)}, first ${place(profile.oddNames)}. A schema cannot name such fields`,
    });
  return [...remarks, { tone: "plain", text: found.join(", ") }];
}

/** The share of filled cells that a column's kind can store, as `100 %`, `99.98 %` or `–`. */
export function fits(profile: ColumnProfile, column: ColumnMapping): string {
  if (column.kind === "leave-out" || profile.filled === 0) return "–";
  const misfits = misfitsOf(profile, column)?.count ?? 0;
  if (misfits === 0) return "100 %";
  // Rounded down: what does not fit wholly is never shown as if it did.
  return `${(Math.floor(((profile.filled - misfits) / profile.filled) * 10_000) / 100).toFixed(2)} %`;
}

function misfitsOf(profile: ColumnProfile, { kind }: ColumnMapping): Sightings | undefined {
  return kind === "number" || kind === "boolean" || kind === "json" ? profile.misfits[kind] : undefined;
}

function renaming(name: string, { field }: ColumnMapping): Remark[] {
  if (name === field) return [];
  const why =
    name.trim() === ""
      ? "it has no name in the file"
      : /^[_$]/.test(name.trim())
        ? `names may not start with ${name.trim()[0]}`
        : `${name} → ${field}`;
  return [{ tag: "renamed", tone: "accent", text: why }];
}

function ofKind(profile: ColumnProfile, column: ColumnMapping): Remark[] {
  const misfits = misfitsOf(profile, column);
  if (misfits !== undefined && misfits.count > 0)
    return [
      {
        tag: "does not fit",
        tone: "warn",
        text: `${cells(misfits.count)} refused with their records: ${places(misfits)}`,
      },
    ];
  if (column.kind === "number" && profile.respelt.count > 0)
    return [
      {
        tag: "spelt anew",
        tone: "warn",
        text: `${cells(profile.respelt.count)} lose their spelling: ${places(profile.respelt)}`,
      },
    ];
  if (column.kind !== "text") return [];
  const remarks: Remark[] = [];
  if (profile.largeIntegers.count > 0) remarks.push(tooLarge(profile.largeIntegers));
  if (profile.leadingZeros.count > 0)
    remarks.push({
      tone: "plain",
      text: `${formatCount(profile.leadingZeros.count)} leading zeros kept, first ${place(profile.leadingZeros)}`,
    });
  const almost = profile.misfits.number;
  if (almost.count > 0 && almost.count * 2 < profile.filled && profile.largeIntegers.count === 0)
    remarks.push({ tone: "plain", text: `numbers but for ${formatCount(almost.count)}: ${places(almost)}` });
  if (almost.count === 0 && profile.respelt.count > 0 && profile.leadingZeros.count === 0)
    remarks.push({ tone: "plain", text: `numbers, kept as spelt: ${places(profile.respelt)}` });
  return remarks;
}

function ofCells(profile: ColumnProfile): Remark[] {
  const remarks: Remark[] = [];
  if (profile.empty > 0)
    remarks.push({ tone: "plain", text: `${formatCount(profile.empty)} empty cells left unset` });
  if (profile.lineEnds > 0)
    remarks.push({ tone: "plain", text: `${formatCount(profile.lineEnds)} with line ends inside` });
  return remarks;
}

function tooLarge(seen: Sightings): Remark {
  return {
    tag: "too large for a number",
    tone: "warn",
    text: `${formatCount(seen.count)} kept as text, first ${place(seen)}`,
  };
}

function place(seen: Sightings): string {
  const [first] = seen.examples;
  return first ? spelt(first) : "";
}

function places(seen: Sightings): string {
  return seen.examples.slice(0, 2).map(spelt).join(", ");
}

function spelt({ line, text }: Example): string {
  return `line ${formatCount(line)} ${JSON.stringify(text)}`;
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${formatCount(count)} cells`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${formatCount(count)} times`;
}
