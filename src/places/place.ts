import { object, parse, type InferOutput, type ObjectEntries, type ObjectSchema } from "valibot";
import { parseSearchTexts, printSearchTexts } from "./search-text.ts";

/** Somewhere one can be: a path and what the search part of the URL may say there. */
export interface Place<Search extends object> {
  /** Begins with a slash. */
  readonly path: string;
  /** What a person calls it. */
  readonly name: string;
  /** Reads search texts; what it does not understand is left out, so that no URL ever fails. */
  readonly read: (texts: Readonly<Record<string, unknown>>) => Search;
}

export function definePlace<const Entries extends ObjectEntries>(
  path: string,
  name: string,
  entries: Entries,
): Place<InferOutput<ObjectSchema<Entries, undefined>>> {
  const schema = object(entries);
  return { path, name, read: (texts) => parse(schema, texts) };
}

/** The spelling of a place after the `#` of the URL: `/data?table=users`. */
export function printPlace<Search extends object>(place: Place<Search>, search: NoInfer<Search>): string {
  return place.path + printSearchTexts(search as Readonly<Record<string, unknown>>);
}

/** Reads what `printPlace` wrote; undefined when the text is of another place. */
export function readPlace<Search extends object>(place: Place<Search>, text: string): Search | undefined {
  const [path, search = ""] = text.split(/\?(.*)/s);
  return path === place.path ? place.read(parseSearchTexts(search)) : undefined;
}
