import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/** Whether snapshots and deltas may be read: the plan first, then the key's permission. Throws ProblemError if not. */
export async function testStreamingExportConnection(sender: Sender, signal?: AbortSignal): Promise<void> {
  await send(sender, {
    method: "GET",
    path: "/api/test_streaming_export_connection",
    caller: "key",
    repeat: "on-trouble",
    signal,
  });
}
