import { isFieldName, isTableName } from "#values/identifier.ts";
import { transliterate } from "#values/transliterate.ts";

/**
 * How columns become fields. `identifiers`: names that code and schemas can use. `as-in-file`: the file's own
 * where the deployment keeps them, which may make it refuse to describe its tables until a schema is declared.
 */
export type NameStyle = "identifiers" | "as-in-file";

const longest = 64;
// The deployment drops fields of this name: they would belong to change data capture.
const dropped = "source_ab_cdc";

/**
 * One field name for each name of the file, in order, all different: a second `email` becomes `email_2`, a
 * column without a name `column_3`. Names beyond ASCII need `loadTransliteration()` first.
 */
export function nameFields(names: readonly string[], style: NameStyle): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const field = free(isKept(name, style) ? name : identifierFor(name, index), taken);
    taken.add(field);
    return field;
  });
}

/** Why a text may not be the name of a field, as a sentence, or undefined when it may. */
export function fieldNameProblem(field: string, style: NameStyle): string | undefined {
  if (field === "") return "A field needs a name.";
  if (field.startsWith("_") || field.startsWith("$")) return "A field's name may not start with _ or $.";
  if (field.startsWith(dropped)) return `The deployment drops fields that start with ${dropped}.`;
  if (style === "as-in-file")
    return isFieldName(field) ? undefined : "A field's name is at most 1,024 printable ASCII characters.";
  return isTableName(field) ? undefined : "Letters, digits and _ only, a letter first, at most 64.";
}

function isKept(name: string, style: NameStyle): boolean {
  return fieldNameProblem(name, style) === undefined;
}

function identifierFor(name: string, index: number): string {
  const trimmed = name.normalize("NFC").trim();
  const words = transliterate(trimmed)
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (words === "") return `column_${index + 1}`;
  // Reserved names get the prefix that the deployment itself would give them.
  const isReserved = /^[_$]/.test(trimmed) && !words.startsWith("ab_cdc");
  const legible = isReserved ? `source_${words}` : /^[0-9]/.test(words) ? `field_${words}` : words;
  return (legible.startsWith(dropped) ? legible.replace("source_", "") : legible).slice(0, longest);
}

function free(name: string, taken: ReadonlySet<string>): string {
  let field = name;
  for (let count = 2; taken.has(field); count++) {
    const suffix = `_${count}`;
    field =
      name.length + suffix.length > longest ? name.slice(0, longest - suffix.length) + suffix : name + suffix;
  }
  return field;
}
