import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { defaultColumnSize, maxColumnSize, minColumnSize, type GridColumn } from "./grid-column.ts";

/** What a person did to the columns; the caller may keep it. */
export interface GridColumnState {
  /** Ids, the first first; those not named come after in their own order. */
  readonly order: readonly string[];
  /** Pixels by id. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
}

const initialColumnState: GridColumnState = { order: [], sizes: {}, hidden: [] };

export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly size: number;
  /** Pixels from the left of the first column. */
  readonly start: number;
}

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const noRows: never[] = [];

/** The columns that are shown, in their order, frozen ones first, with their sizes. */
export function useColumnState<Row>(
  columns: readonly GridColumn<Row>[],
  given: GridColumnState | undefined,
  onChange: ((state: GridColumnState) => void) | undefined,
) {
  const [own, setOwn] = useState(initialColumnState);
  const state = given ?? own;
  const set = onChange ?? setOwn;

  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        size: column.size ?? defaultColumnSize,
        minSize: minColumnSize,
        maxSize: maxColumnSize,
      })),
    [columns],
  );
  const tableState = useMemo(
    () => ({
      columnOrder: [...state.order],
      columnSizing: { ...state.sizes },
      columnVisibility: Object.fromEntries(state.hidden.map((id) => [id, false])),
      columnPinning: { start: columns.filter((column) => column.frozen).map((column) => column.id), end: [] },
    }),
    [state, columns],
  );
  const table = useTable({ features, data: noRows, columns: definitions, state: tableState });

  const byId = new Map(columns.map((column) => [column.id, column]));
  let start = 0;
  const placed: PlacedColumn<Row>[] = [];
  const shown = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
  for (const leaf of shown) {
    const column = byId.get(leaf.id);
    if (!column) continue;
    const size = leaf.getSize();
    placed.push({ column, size, start });
    start += size;
  }

  const resize = (id: string, size: number) => {
    const bounded = Math.max(minColumnSize, Math.min(maxColumnSize, Math.round(size)));
    set({ ...state, sizes: { ...state.sizes, [id]: bounded } });
  };
  return { placed, width: start, resize };
}
