import { definePlace } from "./place.ts";
import { moment, oneOf, text } from "./search-fields.ts";

export const historyPlace = definePlace("/history", "History", {
  table: text,
  component: text,
  /** Changes after this moment, digits. */
  since: moment,
  kind: oneOf(["inserted", "updated", "deleted", "seen"]),
  /** Only changes of this document. */
  document: text,
});
