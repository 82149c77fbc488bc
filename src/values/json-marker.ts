import type { Json } from "./json.ts";
import { markCharacter, markEscape } from "./json-marks.ts";

/** Replaces the numbers that native printing would refuse or change by marks, copying only what changes. */
export class JsonMarker {
  mark = markCharacter;
  /** What stands for each mark in the text. */
  readonly spellings: string[] = [];
  needsDeeperMark = false;

  /** One function for all kinds, because each call of it costs a level of the nesting that can be printed. */
  replace(value: Json): Json {
    if (typeof value === "string") this.#notice(value);
    else if (typeof value === "number") return this.#replaceNumber(value);
    else if (typeof value === "bigint") return this.#spelt(value.toString());
    if (typeof value !== "object" || value === null) return value;
    if (isList(value)) {
      let copy: Json[] | undefined;
      for (let index = 0; index < value.length; index++) {
        const item = value[index] as Json;
        const marked = this.replace(item);
        if (marked !== item) (copy ??= [...value])[index] = marked;
      }
      return copy ?? value;
    }
    let copy: Record<string, Json> | undefined;
    for (const key in value) {
      this.#notice(key);
      const member = value[key] as Json;
      const marked = this.replace(member);
      if (marked !== member) (copy ??= { ...value })[key] = marked;
    }
    return copy ?? value;
  }

  #replaceNumber(value: number): Json {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
    return Object.is(value, -0) ? this.#spelt("-0") : value;
  }

  /** Remembers a string that begins like a mark. */
  #notice(text: string): void {
    if (text.charCodeAt(0) === 0 && text.startsWith(this.mark)) this.needsDeeperMark = true;
  }

  #spelt(spelling: string): string {
    this.spellings.push(spelling);
    return `${this.mark}${this.spellings.length - 1}`;
  }

  /** Lengthens the mark until no string of the value begins with it. */
  deepen(value: Json): void {
    while (this.needsDeeperMark) {
      this.mark += markCharacter;
      this.spellings.length = 0;
      this.needsDeeperMark = false;
      this.replace(value);
    }
    this.spellings.length = 0;
  }
}

/** Puts the spellings in the place of the marks, within text that native printing has just made. */
export function withSpellings(text: string, { mark, spellings }: JsonMarker): string {
  const opening = `"${markEscape.repeat(mark.length)}`;
  let spelt = "";
  let from = 0;
  for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at + 1)) {
    // A quote after a backslash is inside a string.
    if (text.charAt(at - 1) === "\\") continue;
    const digits = at + opening.length;
    const end = text.indexOf('"', digits);
    spelt += text.slice(from, at) + (spellings[Number(text.slice(digits, end))] ?? "");
    from = end + 1;
  }
  return spelt + text.slice(from);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
