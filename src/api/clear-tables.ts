import { expectEmpty } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/**
 * Empties tables in one transaction (HTTP API: clear_tables); a table that is not there is made. Followers of
 * `document_deltas` do not see it. Throws ProblemError.
 */
export async function clearTables(
  sender: Sender,
  tableNames: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const reply = await send(sender, {
    method: "PUT",
    path: "/api/streaming_import/clear_tables",
    body: { tableNames },
    caller: "key",
    repeat: "never",
    signal,
  });
  expectEmpty(reply);
}
