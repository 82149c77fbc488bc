import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { cx } from "#ui/cx.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import { minColumnSize, type GridColumn } from "./grid-column.ts";
import { GridHead } from "./grid-head.tsx";
import { moveInGrid, type GridPosition } from "./grid-keys.ts";
import { GridRow } from "./grid-row.tsx";
import { useColumnState, type GridColumnState } from "./use-column-state.ts";
import { useGridColumns } from "./use-grid-columns.ts";
import { useVirtualRows } from "#ui/virtual-rows/use-virtual-rows.ts";
import { useRowHeight } from "./use-row-height.ts";

export interface DataGridProps<Row> {
  /** Name of the grid: "Documents", "Rows". */
  label: string;
  columns: readonly GridColumn<Row>[];
  /** How many rows can be scrolled to now. */
  rowCount: number;
  /** How many there are in all; undefined while that is not known. */
  total: number | undefined;
  /** A row, or undefined while it is not read: bars stand in its place. Keep the function while the rows are the same. */
  rowAt: (index: number) => Row | undefined;
  /** The rows in sight and a few around them, first and last included: what should be read now. */
  onRangeChange?: ((first: number, last: number) => void) | undefined;
  selected?: number | undefined;
  /** Enter on a row, or a press. */
  onOpen?: ((index: number) => void) | undefined;
  /** Escape in the grid: close what it opened. */
  onEscape?: (() => void) | undefined;
  /** The two lines of a row below 640 px; the columns are not drawn then. */
  compactRow?: ((row: Row, index: number) => ReactNode) | undefined;
  /** Row numbers at the left. */
  numbered?: boolean | undefined;
  /** Old rows while newer ones are read: in quiet ink. */
  stale?: boolean | undefined;
  /** What a person did to the columns, when the caller keeps it. */
  columnState?: GridColumnState | undefined;
  onColumnState?: ((state: GridColumnState) => void) | undefined;
  className?: string | undefined;
}

const compactHeight = 56;
const resizeStep = 16;

/**
 * A grid that holds no rows: it asks `rowAt` for those in sight. One tab stop; keys as the ARIA grid pattern, Enter
 * opens, Shift with an arrow on a heading resizes. Give it a height by its container.
 * `<DataGrid label="Documents" columns={columns} rowCount={n} total={n} rowAt={at} onOpen={open} numbered />`
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rowCount, total, rowAt, onRangeChange, onOpen } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const densityHeight = useRowHeight();
  const compact = narrow ? props.compactRow : undefined;
  const rowHeight = compact ? compactHeight : densityHeight;
  const headHeight = compact ? 0 : densityHeight;
  const gutter = props.numbered && !compact ? Math.max(28, String(rowCount).length * 7 + 14) : 0;

  const { placed, width, resize } = useColumnState(props.columns, props.columnState, props.onColumnState);
  const columns = useGridColumns(scroller, placed, gutter);
  const { rows, height, page, reveal } = useVirtualRows({
    scroller,
    rowCount,
    rowHeight,
    headHeight,
  });

  const [active, setActive] = useState<GridPosition>({ row: 0, column: 0 });
  // The ring shows while keys are used; a press hides it.
  const [ringed, setRinged] = useState(false);

  const first = rows[0]?.index;
  const last = rows.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && last !== undefined) onRangeChange?.(first, last);
  }, [first, last, onRangeChange]);

  const columnCount = compact ? 1 : placed.length;
  const drawn = [...columns.frozen, ...columns.shown];
  const inSight =
    active.row < 0
      ? !compact
      : first !== undefined && last !== undefined && active.row >= first && active.row <= last;
  const activeId =
    inSight && (compact || drawn.some((place) => place.at === active.column))
      ? `${id}-${active.row < 0 ? "h" : active.row}-${active.column}`
      : undefined;

  const goTo = (to: GridPosition) => {
    const row = compact ? Math.max(0, to.row) : to.row;
    setActive({ row, column: to.column });
    reveal(row);
    if (!compact) columns.reveal(to.column);
  };

  // What was opened elsewhere, by a link or as the next one, comes into sight, and the keys go on from it.
  const { selected } = props;
  const [known, setKnown] = useState<number>();
  if (selected !== known) {
    setKnown(selected);
    if (selected !== undefined) setActive({ row: selected, column: active.column });
  }
  const show = useEffectEvent(reveal);
  useEffect(() => {
    if (selected !== undefined) show(selected);
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    setRinged(true);
    const place = active.row < 0 ? placed[active.column] : undefined;
    if (place && event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      event.preventDefault();
      const step = event.key === "ArrowRight" ? resizeStep : -resizeStep;
      resize(place.column.id, Math.max(minColumnSize, place.size + step));
      return;
    }
    if (event.altKey || event.shiftKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (place) place.column.onSort?.();
      else if (active.row >= 0 && active.row < rowCount) onOpen?.(active.row);
      return;
    }
    if (event.key === "Escape") {
      if (!props.onEscape) return;
      event.stopPropagation();
      props.onEscape();
      return;
    }
    const to = moveInGrid(
      event.key,
      active,
      { rows: rowCount, columns: columnCount, page },
      event.ctrlKey || event.metaKey,
    );
    if (!to) return;
    event.preventDefault();
    goTo(to);
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest("a, button, input, select, [data-resize]"))
      return;
    const row = Number(event.target.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? Number.NaN);
    const column = Number(event.target.closest<HTMLElement>("[data-column]")?.dataset["column"] ?? 0);
    if (Number.isNaN(row)) return;
    setActive({ row, column });
    // Text that was just marked to be copied is not a wish to open the row.
    if (window.getSelection()?.isCollapsed === false) return;
    if (row < 0) placed[column]?.column.onSort?.();
    else onOpen?.(row);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={columnCount}
      aria-activedescendant={activeId}
      tabIndex={0}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && setRinged(true)}
      onBlur={() => setRinged(false)}
      onPointerDown={() => setRinged(false)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className={cx(
        "relative min-h-0 min-w-0 flex-1 overflow-auto bg-bg text-12 outline-none",
        props.stale && "text-quiet **:data-column:text-quiet!",
        props.className,
      )}
    >
      {/* As high as all rows: what sticks to an edge of the grid sticks within this. */}
      <div
        role="presentation"
        className="relative"
        style={{ height, width: compact ? "100%" : gutter + width, minWidth: "100%" }}
      >
        <div role="rowgroup" className={compact ? "sr-only" : "contents"}>
          {compact ? (
            <div role="row" aria-rowindex={1}>
              <div role="columnheader">{props.label}</div>
            </div>
          ) : (
            <GridHead
              id={id}
              height={headHeight}
              gutter={gutter}
              lead={columns.lead}
              columns={drawn}
              frozenCount={columns.frozen.length}
              activeColumn={ringed && active.row < 0 ? active.column : undefined}
              onResize={resize}
            />
          )}
        </div>
        <div role="rowgroup">
          {rows.map((place) => (
            <GridRow
              key={place.key}
              id={id}
              index={place.index}
              row={rowAt(place.index)}
              top={place.top}
              height={rowHeight}
              gutter={gutter}
              lead={columns.lead}
              columns={drawn}
              frozenCount={columns.frozen.length}
              selected={place.index === props.selected}
              selectable={props.selected !== undefined}
              activeColumn={ringed && place.index === active.row ? active.column : undefined}
              compact={compact}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
