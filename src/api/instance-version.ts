import { send, type Reply } from "./send.ts";
import type { Sender } from "./sender.ts";

/** The backend's version, or `unknown`. `/version` says the same, but not to a page of another origin. */
export async function instanceVersion(sender: Sender, signal?: AbortSignal): Promise<Reply> {
  return send(sender, {
    method: "GET",
    path: "/instance_version",
    caller: "nobody",
    repeat: "never",
    signal,
  });
}
