import type { Client } from "#api/client.ts";
import type { TableSelection } from "#api/table-selection.ts";
import { inTurn } from "./in-turn.ts";
import type { ReadPage } from "./walk.ts";
import type { PageRequest } from "./walker.ts";

/** Reads one page when no other walk of the deployment is under way, and measures its answer. */
export function readSnapshotPage(
  client: Client,
  selection: TableSelection,
  request: PageRequest,
): Promise<ReadPage> {
  return inTurn(client, async () => {
    request.signal.throwIfAborted();
    const before = client.log.totals().requests;
    const page = await client.listSnapshot({ ...selection, ...request });
    const received = client.log
      .entries()
      .filter((entry) => entry.number > before && entry.path.startsWith("/api/list_snapshot"))
      .reduce((sum, entry) => sum + entry.received, 0);
    return { ...page, received };
  });
}
