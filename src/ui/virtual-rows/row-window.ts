/**
 * Browsers give up on elements taller than some height: Chromium at 33,554,428 px (1.2 million rows of 28 px),
 * Firefox near 17.9 million. A grid taller than this is drawn at this height and its scrolling is scaled.
 */
const maxHeight = 16_000_000;

/** Scrolling of a grid that may be taller than the browser can draw. All lengths are pixels. */
export interface ScrollScale {
  /** Height of the element that scrolls. */
  readonly drawnHeight: number;
  /** Of the scrollbar's offset, the offset in the whole grid. */
  toGrid(drawnOffset: number): number;
  toDrawn(gridOffset: number): number;
}

export function scrollScale(gridHeight: number, viewHeight: number, limit = maxHeight): ScrollScale {
  const drawnHeight = Math.min(gridHeight, limit);
  const gridRange = gridHeight - viewHeight;
  const drawnRange = drawnHeight - viewHeight;
  const factor = gridHeight <= limit || drawnRange <= 0 ? 1 : gridRange / drawnRange;
  return {
    drawnHeight,
    toGrid: (offset) => offset * factor,
    toDrawn: (offset) => offset / factor,
  };
}

/**
 * The key of a row's element: rows that scroll out lend their elements to those that scroll in, which is cheaper
 * than making new ones. Distinct within any window of `pool` rows.
 */
export function recycledKey(index: number, pool: number): number {
  return index % pool;
}

/** How many elements a window of `shown` rows needs; grows in doubles so that keys rarely change. */
export function poolSize(shown: number): number {
  let pool = 64;
  while (pool < shown) pool *= 2;
  return pool;
}

const overscan = 4;

/** Which rows to draw: those that a view of `height` pixels shows at `offset`, and a few on both sides. */
export function rowWindow(view: {
  readonly offset: number;
  readonly height: number;
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly headHeight: number;
}): { readonly first: number; readonly count: number } {
  if (view.height <= 0) return { first: 0, count: 0 };
  const top = view.offset - view.headHeight;
  const first = Math.max(0, Math.min(Math.floor(top / view.rowHeight) - overscan, view.rowCount));
  const end = Math.min(view.rowCount, Math.ceil((top + view.height) / view.rowHeight) + overscan);
  return { first, count: Math.max(0, end - first) };
}
