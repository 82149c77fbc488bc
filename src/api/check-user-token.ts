import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/**
 * Whether the deployment takes the user's token: a bad one makes it refuse any call, whatever is called. Throws
 * ProblemError if not.
 */
export async function checkUserToken(sender: Sender, signal?: AbortSignal): Promise<void> {
  await send(sender, {
    method: "POST",
    path: "/api/query",
    body: { path: "_system/frontend/getVersion", args: {} },
    caller: "user",
    repeat: "never",
    // Users may not call it, or it is not there: both are said after the token was looked at.
    accept: (status) => status === 403 || status === 404,
    signal,
  });
}
