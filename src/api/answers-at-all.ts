import type { Sender } from "./sender.ts";

/**
 * Whether anything at all answers at the address. A browser gives the same error for a dead address and for a server
 * that does not let other pages read its answers; a request whose answer nobody reads tells them apart.
 */
export async function answersAtAll(sender: Sender, signal?: AbortSignal): Promise<boolean> {
  try {
    await sender.fetch(sender.connection.url, {
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      ...(signal === undefined ? {} : { signal }),
    });
    return true;
  } catch {
    return false;
  }
}
