import { definePlace } from "./place.ts";
import { text } from "./search-fields.ts";

export const connectPlace = definePlace("/connect", "Connect", {
  /** The address to begin with. A key is never in a URL. */
  url: text,
});
