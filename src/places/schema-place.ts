import { definePlace } from "./place.ts";
import { text } from "./search-fields.ts";

export const schemaPlace = definePlace("/schema", "Schema", {
  table: text,
  /** Path of the component the table is in; absent: the app itself. */
  component: text,
  /** Path of a field: `address.zip`. */
  field: text,
});
