import { transliterate } from "./transliterate.ts";

const maxIdentifierLength = 64;
const maxFieldNameLength = 1024;

/** Whether a text may name a table, an index or a function. */
export function isIdentifier(text: string): boolean {
  return identifierFault(text) === undefined;
}

/** Why a text is no identifier, in the server's words. */
export function identifierFault(text: string): string | undefined {
  const first = /^./su.exec(text)?.[0];
  if (first === undefined) return "Identifier cannot be empty";
  if (!/[A-Za-z_]/.test(first)) {
    return `Invalid first character '${first}' in ${text}: Identifiers must start with an alphabetic character or underscore`;
  }
  const wrong = /[^A-Za-z0-9_]/u.exec(text)?.[0];
  if (wrong !== undefined) {
    return `Identifier ${text} has invalid character '${wrong}': Identifiers can only contain alphanumeric characters or underscores`;
  }
  if (text.length > maxIdentifierLength) {
    return `Identifier is too long (${text.length} > maximum ${maxIdentifierLength})`;
  }
  return /^_+$/.test(text) ? `Identifier ${text} cannot have exclusively underscores` : undefined;
}

/** Whether a text may name a table of one's own: names that begin with `_` belong to the system. */
export function isTableName(text: string): boolean {
  return isIdentifier(text) && !text.startsWith("_");
}

/** Whether a text may name a field of an object: printable ASCII, the empty text included. */
export function isFieldName(text: string): boolean {
  return fieldNameFault(text) === undefined;
}

const printable = /^[\x20-\x7e]*$/;

/** Why a text is no field name, in the server's words. */
export function fieldNameFault(text: string): string | undefined {
  if (text.startsWith("$")) return `Field name ${text} starts with '$', which is reserved.`;
  if (!printable.test(text)) {
    const wrong = /[^\x20-\x7e]/u.exec(text)?.[0] ?? "";
    return `Field name ${text} has invalid character '${wrong}': Field names can only contain non-control ASCII characters`;
  }
  if (text.length > maxFieldNameLength) {
    return `Field name is too long (${text.length} > maximum ${maxFieldNameLength})`;
  }
  return undefined;
}

const renamedPrefix = "source_";

/** A name for which the server finds no substitute: it answers 500. */
export class NameError extends Error {
  override readonly name = "NameError";
}

/**
 * The table that an imported stream of this name goes to: the name itself, or `source_` and a slug of it.
 *
 * Names beyond ASCII need `loadTransliteration()` first.
 * @throws {NameError} when the slug is too long
 */
export function storedTableName(name: string): string {
  if (isTableName(name)) return name;
  const renamed = renamedPrefix + slug(name);
  if (!isIdentifier(renamed)) throw new NameError("Failed to create a valid identifier.");
  return renamed;
}

/**
 * The field that an imported field of this name goes to, when no other field of the object is in its way.
 *
 * Names beyond ASCII need `loadTransliteration()` first.
 * @throws {NameError} when the slug is too long
 */
export function storedFieldName(name: string): string {
  if (isFieldName(name) && !name.startsWith("_")) return name;
  const renamed = renamedPrefix + slug(name);
  if (!isFieldName(renamed)) throw new NameError("Failed to create a valid identifier.");
  return renamed;
}

/** Lower-case ASCII letters and digits, with one `_` for each run of anything else between them. */
function slug(name: string): string {
  return transliterate(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}
