import { createClient, type Client } from "#api/client.ts";
import type { Target } from "#contract/target.ts";

/** The dashboard's own client on a deployment in the same process: no socket and nothing pretended between them. */
export function openClient(
  target: Target,
  caller: { readonly key?: string | undefined; readonly userToken?: string } = { key: target.adminKey },
): Client {
  return createClient(
    { url: target.url, name: "happy-animal-123", key: caller.key, userToken: caller.userToken },
    {
      fetch: (url, init) => target.fetch(new Request(url, init)),
      // Tests do not sleep; that there is a delay is tested where the delay is made.
      wait: () => Promise.resolve(),
    },
  );
}
