import { elementScroll, observeElementOffset, useVirtualizer } from "@tanstack/react-virtual";
import { useRef, type RefObject } from "react";
import { poolSize, recycledKey, scrollScale, type ScrollScale } from "./grid-window.ts";

export interface WindowRow {
  readonly index: number;
  /** Pixels from the top of what scrolls. */
  readonly top: number;
  readonly key: number;
}

/** Which rows are in sight, over how high an area, and how to bring one into sight. */
export function useGridRows(options: {
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

  const viewHeight = virtualizer.scrollRect?.height ?? 0;
  scale.current = scrollScale(gridHeight, viewHeight);
  const items = virtualizer.getVirtualItems();
  const pool = poolSize(items.length);
  const offset = virtualizer.scrollOffset ?? 0;
  const shift = scale.current.toDrawn(offset) - offset;
  const rows: WindowRow[] = items.map((item) => ({
    index: item.index,
    top: headHeight + item.index * rowHeight + shift,
    key: recycledKey(item.index, pool),
  }));
  return {
    rows,
    height: scale.current.drawnHeight,
    page: Math.max(1, Math.floor((viewHeight - headHeight) / rowHeight)),
    measure: () => virtualizer.measure(),
    reveal: (row: number) =>
      row < 0 ? virtualizer.scrollToOffset(0) : virtualizer.scrollToIndex(row, { align: "auto" }),
  };
}
