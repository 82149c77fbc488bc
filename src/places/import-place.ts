import { definePlace } from "./place.ts";
import { text } from "./search-fields.ts";

export const importPlace = definePlace("/import", "Import", {
  /** The table to import into. */
  table: text,
});
