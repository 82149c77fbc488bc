import { useCallback, useState } from "react";
import { printPlace, readPlace, type Place } from "#places/place.ts";
import { goTo } from "./location.ts";
import { useHere } from "./use-here.ts";

/** `replace` when the step is not worth a press of the browser's Back. */
export type Go<Search> = (search: Search, options?: { readonly replace?: boolean }) => void;

/** What the URL says here, and how to say something else: `const [place, go] = usePlace(dataPlace)`. */
export function usePlace<Search extends object>(place: Place<Search>): readonly [Search, Go<Search>] {
  const here = useHere();
  const spelled = here.path + here.search;
  const [read, setRead] = useState(() => ({ spelled, search: readPlace(place, spelled) ?? place.read({}) }));
  const go = useGo(place);
  if (read.spelled === spelled) return [read.search, go];
  // While the next page is fetched this one still stands, at the place it was last at.
  const search = readPlace(place, spelled) ?? read.search;
  setRead({ spelled, search });
  return [search, go];
}

/** A step to a place: `const go = useGo(historyPlace)`. */
export function useGo<Search extends object>(place: Place<Search>): Go<Search> {
  return useCallback(
    (search: Search, options?: { readonly replace?: boolean }) =>
      goTo(printPlace(place, search), options?.replace),
    [place],
  );
}
