import type { Client } from "#api/client.ts";
import type { TableSelection } from "#api/table-selection.ts";
import type { Timestamp } from "#values/timestamp.ts";
import type { LogPage } from "./log-reader.ts";

/** Reads one page of the log and measures its answer. */
export async function readLogPage(
  client: Client,
  selection: TableSelection,
  cursor: Timestamp,
  signal: AbortSignal,
): Promise<LogPage> {
  const before = client.log.totals().requests;
  const page = await client.documentDeltas({ ...selection, cursor, signal });
  const received = client.log
    .entries()
    .filter((entry) => entry.number > before && entry.path.startsWith("/api/document_deltas"))
    .reduce((sum, entry) => sum + entry.received, 0);
  return { ...page, received };
}
