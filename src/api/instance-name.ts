import { send, type Reply } from "./send.ts";
import type { Sender } from "./sender.ts";

/** What the deployment calls itself, e.g. `happy-animal-123` (HTTP API: instance_name), with the answer it came in. */
export async function instanceName(sender: Sender, signal?: AbortSignal): Promise<Reply> {
  return send(sender, { method: "GET", path: "/instance_name", caller: "nobody", repeat: "never", signal });
}
