/** A row that is higher than the others because it is open. */
interface OpenRow {
  readonly index: number;
  /** Pixels beyond a closed row. */
  readonly extra: number;
}

export interface FeedRows {
  readonly count: number;
  /** Pixels of a closed row. */
  readonly rowHeight: number;
  readonly open: readonly OpenRow[];
}

/** Pixels from the top of the feed to a row; of the row after the last one, the height of all. */
export function feedTop({ rowHeight, open }: FeedRows, index: number): number {
  return open.reduce((top, row) => (row.index < index ? top + row.extra : top), index * rowHeight);
}

/** Drawn beyond what is in sight, so that scrolling shows no gap. Pixels. */
const margin = 264;

/** The rows to draw for what is in sight, first and count. */
export function feedWindow(
  rows: FeedRows,
  offset: number,
  height: number,
): { readonly first: number; readonly count: number } {
  const first = rowAt(rows, offset - margin);
  const last = rowAt(rows, offset + height + margin);
  return { first, count: Math.max(0, Math.min(rows.count, last + 1) - first) };
}

/** The row that covers a distance from the top. */
function rowAt(rows: FeedRows, offset: number): number {
  let low = 0;
  let high = Math.max(0, rows.count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (feedTop(rows, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far to scroll so that a row is in sight; the offset itself when it is. */
export function revealOffset(rows: FeedRows, index: number, offset: number, height: number): number {
  const top = feedTop(rows, index);
  const bottom = feedTop(rows, index + 1);
  if (top < offset) return top;
  return bottom > offset + height ? Math.min(top, bottom - height) : offset;
}
