import { definePlace } from "./place.ts";
import { moment, text } from "./search-fields.ts";

export const dataPlace = definePlace("/data", "Data", {
  table: text,
  component: text,
  /** The instant that is looked at, digits; absent: the latest commit. */
  at: moment,
  /** The `_id` of the document that is open. */
  document: text,
});
