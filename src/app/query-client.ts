import { QueryClient } from "@tanstack/react-query";

/** Small answers, kept while they are looked at. Repetition is `send`'s: it alone knows what may be sent twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        // Otherwise a request without network would wait silently; it shall fail and say so.
        networkMode: "always",
        gcTime: 300_000,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
