import type { RefObject } from "react";
import { poolSize, recycledKey, rowWindow, scrollScale, type ScrollScale } from "./row-window.ts";
import { useScrollView } from "./use-scroll-view.ts";

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

  const view = useScrollView(scroller, "y");
  const scale = scrollScale(gridHeight, view.length);
  const offset = scale.toGrid(view.scrolled);
  const { first, count } = rowWindow({ offset, height: view.length, rowCount, rowHeight, headHeight });
  const pool = poolSize(count);
  const shift = view.scrolled - offset;
  const rows = Array.from({ length: count }, (_, at): WindowRow => {
    const index = first + at;
    const top = Math.round(headHeight + index * rowHeight + shift);
    return { index, top, key: recycledKey(index, pool) };
  });
  return {
    rows,
    height: scale.drawnHeight,
    page: Math.max(1, Math.floor((view.length - headHeight) / rowHeight)),
    reveal: (row: number) => revealRow(scroller.current, row, { rowHeight, headHeight, offset, scale }),
  };
}

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
