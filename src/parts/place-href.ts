import type { Place } from "#places/place.ts";
import { printPlace } from "#places/place.ts";

/** The `href` of a place, for parts that take one: `placeHref(dataPlace, { table: "users" })` is `#/data?table=users`. */
export function placeHref<Search extends object>(place: Place<Search>, search: NoInfer<Search>): string {
  return `#${printPlace(place, search)}`;
}
