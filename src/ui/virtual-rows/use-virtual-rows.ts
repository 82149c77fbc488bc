import { elementScroll, observeElementOffset, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, type RefObject } from "react";
import { poolSize, recycledKey, scrollScale, type ScrollScale } from "./row-window.ts";

interface WindowRow {
  readonly index: number;
  /** Pixels from the top of what scrolls. */
  readonly top: number;
  readonly key: number;
}

/** Which rows are in sight, over how high an area, and how to bring one into sight. */
export function useVirtualRows(options: {
  scroller: RefObject<HTMLDivElement | null>;
  rowCount: number;
  rowHeight: number;
  headHeight: number;
}) {
  const { scroller, rowCount, rowHeight, headHeight } = options;
  const gridHeight = headHeight + rowCount * rowHeight;
  const scale = useRef<ScrollScale>(scrollScale(gridHeight, 0));

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    // The default renders synchronously at every scroll event, which costs a fifth of the frames.
    useFlushSync: false,
    observeElementOffset: (instance, callback) =>
      observeElementOffset(instance, (offset, scrolling) =>
        callback(scale.current.toGrid(offset), scrolling),
      ),
    scrollToFn: (offset, how, instance) => elementScroll(scale.current.toDrawn(offset), how, instance),
  });

  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const viewHeight = virtualizer.scrollRect?.height ?? 0;
  scale.current = scrollScale(gridHeight, viewHeight);
  const items = virtualizer.getVirtualItems();
  const pool = poolSize(items.length);
  const offset = virtualizer.scrollOffset ?? 0;
  const shift = scale.current.toDrawn(offset) - offset;
  const rows: WindowRow[] = items.map((item) => ({
    index: item.index,
    top: Math.round(headHeight + item.index * rowHeight + shift),
    key: recycledKey(item.index, pool),
  }));
  return {
    rows,
    height: scale.current.drawnHeight,
    page: Math.max(1, Math.floor((viewHeight - headHeight) / rowHeight)),
    reveal: (row: number) =>
      revealRow(scroller.current, row, { rowHeight, headHeight, offset, scale: scale.current }),
  };
}

// By hand, because the virtualizer takes the drawn height for the height of the grid.
function revealRow(
  element: HTMLElement | null,
  row: number,
  at: { rowHeight: number; headHeight: number; offset: number; scale: ScrollScale },
): void {
  if (!element) return;
  // One drawn pixel stands for so many of the grid; the row is brought that much further in.
  const slack = Math.max(0, at.scale.toGrid(1) - 1);
  const above = row * at.rowHeight - slack;
  const below = at.headHeight + (row + 1) * at.rowHeight - element.clientHeight + slack;
  const target = above < at.offset ? above : below > at.offset ? below : at.offset;
  if (target !== at.offset) element.scrollTop = at.scale.toDrawn(Math.max(0, target));
}
