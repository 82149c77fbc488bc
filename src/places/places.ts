import { connectPlace } from "./connect-place.ts";
import { dataPlace } from "./data-place.ts";
import { functionsPlace } from "./functions-place.ts";
import { historyPlace } from "./history-place.ts";
import { importPlace } from "./import-place.ts";
import { schemaPlace } from "./schema-place.ts";

/** The five jobs, in the order of the navigation. */
export const mainPlaces = [functionsPlace, schemaPlace, dataPlace, historyPlace, importPlace] as const;

/** Every place there is. */
export const allPlaces = [...mainPlaces, connectPlace] as const;
