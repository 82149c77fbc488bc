import type { RefObject } from "react";
import { useScrollView } from "#ui/virtual-rows/use-scroll-view.ts";
import { columnWindow } from "./column-window.ts";
import type { PlacedColumn } from "./use-column-state.ts";

/** Below this many, drawing every column is cheaper than choosing. */
const drawAll = 16;

export interface ShownColumn<Row> extends PlacedColumn<Row> {
  /** Place among all shown columns, from 0. */
  readonly at: number;
}

/** Which columns are in sight: the frozen ones always, of the others those that are scrolled to. */
export function useGridColumns<Row>(
  scroller: RefObject<HTMLDivElement | null>,
  placed: readonly PlacedColumn<Row>[],
  gutter: number,
) {
  const frozen = placed
    .filter((one) => one.column.frozen)
    .map((one, at): ShownColumn<Row> => ({ ...one, at }));
  const frozenWidth = gutter + frozen.reduce((sum, one) => sum + one.size, 0);
  const loose = placed.slice(frozen.length);
  const view = useScrollView(scroller, "x");
  const { first, end } =
    loose.length > drawAll
      ? columnWindow(loose, {
          left: view.scrolled + frozenWidth - gutter,
          right: view.scrolled + view.length - gutter,
        })
      : { first: 0, end: loose.length };
  const shown = loose
    .slice(first, end)
    .map((one, index): ShownColumn<Row> => ({ ...one, at: frozen.length + first + index }));

  return {
    frozen,
    shown,
    /** Room left for the columns that are not drawn, between the frozen and the shown ones. */
    lead: shown[0] ? gutter + shown[0].start - frozenWidth : 0,
    reveal: (column: number) => {
      const one = placed[column];
      if (column < frozen.length || !one) return;
      revealColumn(scroller.current, { left: gutter + one.start, size: one.size, frozenWidth });
    },
  };
}

function revealColumn(
  element: HTMLElement | null,
  column: { left: number; size: number; frozenWidth: number },
): void {
  if (!element) return;
  const { left, size, frozenWidth } = column;
  if (left - frozenWidth < element.scrollLeft) element.scrollLeft = left - frozenWidth;
  else element.scrollLeft = Math.max(element.scrollLeft, left + size - element.clientWidth);
}
