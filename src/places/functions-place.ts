import { definePlace } from "./place.ts";
import { oneOf, text } from "./search-fields.ts";

export const functionsPlace = definePlace("/functions", "Functions", {
  /** As typed: `messages:list`. */
  function: text,
  kind: oneOf(["query", "mutation", "action", "any"]),
});
