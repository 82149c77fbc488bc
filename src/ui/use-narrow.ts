import { useMedia } from "./use-media.ts";

/** Below 640 px: one column, rows of two lines, sheets from below. */
export function useNarrow(): boolean {
  return useMedia("(max-width: 639.98px)");
}
