import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Place } from "#places/place.ts";

/** `replace` when the step is not worth a press of the browser's Back. */
export type Go<Search> = (search: Search, options?: { readonly replace?: boolean }) => void;

/** What the URL says here, and how to say something else: `const [place, go] = usePlace(dataPlace)`. */
export function usePlace<Search extends object>(place: Place<Search>): readonly [Search, Go<Search>] {
  const texts: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => place.read(texts), [place, texts]);
  const go: Go<Search> = useCallback(
    (next, options) => {
      void navigate({
        to: place.path,
        search: next as Record<string, unknown>,
        replace: options?.replace ?? false,
      });
    },
    [navigate, place],
  );
  return [search, go];
}

/** As `usePlace`, for a step to another place: `const go = useGo(historyPlace)`. */
export function useGo<Search extends object>(place: Place<Search>): Go<Search> {
  return usePlace(place)[1];
}
