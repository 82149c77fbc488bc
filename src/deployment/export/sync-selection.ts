import { badRequest } from "#deployment/http/refusal.ts";
import type { Json } from "#values/json.ts";
import { parseSelection, type Selection, SelectionError } from "./selection.ts";

/** The selection of a data/sync call; here, unlike elsewhere, an unusable one is refused. */
export function syncSelection(json: Json | undefined): Selection {
  if (json === undefined || json === null) return { columns: () => "all" };
  try {
    const selection = parseSelection(json);
    if (selection !== undefined) return selection;
  } catch (error) {
    if (!(error instanceof SelectionError)) throw error;
    throw badRequest("InvalidDataSyncSelection", `Invalid selection: ${error.message}`);
  }
  throw badRequest(
    "BadJsonBody",
    "Failed to deserialize the JSON body into the target type: selection: data did not match any variant of untagged enum Selection",
  );
}
