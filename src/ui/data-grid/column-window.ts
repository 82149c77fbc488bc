const overscan = 3;

/** Which columns, by their place in `columns`, show between two offsets (pixels), and a few on both sides. */
export function columnWindow(
  columns: readonly { readonly start: number; readonly size: number }[],
  sight: { readonly left: number; readonly right: number },
): { readonly first: number; readonly end: number } {
  const inSight = columns.findIndex((column) => column.start + column.size > sight.left);
  const last = columns.findLastIndex((column) => column.start < sight.right);
  return {
    first: Math.max(0, (inSight < 0 ? columns.length : inSight) - overscan),
    end: Math.min(columns.length, last + 1 + overscan),
  };
}
