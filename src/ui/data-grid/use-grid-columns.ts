import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, type RefObject } from "react";
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
  const virtual = loose.length > drawAll;

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    horizontal: true,
    count: loose.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => loose[index]?.size ?? 0,
    overscan: 3,
    paddingStart: frozenWidth,
    scrollPaddingStart: frozenWidth,
    useFlushSync: false,
  });
  const sizes = placed.map((one) => one.size).join();
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizes]);

  const shown = virtual
    ? virtualizer.getVirtualItems().flatMap((item): ShownColumn<Row>[] => {
        const one = loose[item.index];
        return one ? [{ ...one, at: item.index + frozen.length }] : [];
      })
    : loose.map((one, index): ShownColumn<Row> => ({ ...one, at: index + frozen.length }));

  return {
    frozen,
    shown,
    /** Room left for the columns that are not drawn, between the frozen and the shown ones. */
    lead: shown[0] ? gutter + shown[0].start - frozenWidth : 0,
    reveal: (column: number) => {
      if (column >= frozen.length) virtualizer.scrollToIndex(column - frozen.length, { align: "auto" });
    },
  };
}
