import { Fragment, memo, type ReactNode } from "react";
import { cx } from "#ui/cx.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { GridCell } from "./grid-cell.tsx";
import type { ShownColumn } from "./use-grid-columns.ts";

export interface GridRowProps<Row> {
  id: string;
  index: number;
  /** Undefined while it is not read yet. */
  row: Row | undefined;
  top: number;
  height: number;
  gutter: number;
  lead: number;
  columns: readonly ShownColumn<Row>[];
  frozenCount: number;
  selected: boolean;
  /** Undefined when the grid has no selection at all. */
  selectable: boolean;
  activeColumn: number | undefined;
  compact: ((row: Row, index: number) => ReactNode) | undefined;
}

function Plain<Row>(props: GridRowProps<Row>) {
  const { id, index, row, columns, compact } = props;
  return (
    <div
      role="row"
      // The headings are row 1.
      aria-rowindex={index + 2}
      aria-selected={props.selectable ? props.selected : undefined}
      aria-busy={row === undefined || undefined}
      data-row={index}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      className={cx(
        "absolute top-0 left-0 flex w-full border-b border-line",
        props.selected ? "bg-selected" : "bg-bg hover:bg-hover",
      )}
    >
      {compact ? (
        <div
          role="rowheader"
          id={`${id}-${index}-0`}
          aria-colindex={1}
          data-column={0}
          className={cx(
            "flex w-full min-w-0 flex-col justify-center px-4",
            props.activeColumn === 0 && "outline-2 -outline-offset-2 outline-accent",
          )}
        >
          {row === undefined ? <Skeleton width={`${bar(index, 0)}%`} /> : compact(row, index)}
        </div>
      ) : (
        <>
          {props.gutter > 0 && (
            <div
              aria-hidden
              style={{ width: props.gutter }}
              className="sticky left-0 z-1 flex shrink-0 items-center justify-center border-r border-line bg-inherit text-11 text-quiet"
            >
              {index + 1}
            </div>
          )}
          {columns.map((place, at) => (
            <Fragment key={place.column.id}>
              {at === props.frozenCount && props.lead > 0 && (
                <div role="presentation" style={{ width: props.lead }} className="shrink-0" />
              )}
              <GridCell
                // A heading without text would be no heading.
                role={place.column.rowHeader && row !== undefined ? "rowheader" : "gridcell"}
                id={`${id}-${index}-${place.at}`}
                place={place}
                gutter={props.gutter}
                active={props.activeColumn === place.at}
                className={place.column.marked ? "bg-selected" : undefined}
              >
                {row === undefined ? (
                  <Skeleton width={`${bar(index, place.at)}%`} />
                ) : (
                  place.column.cell(row, index)
                )}
              </GridCell>
            </Fragment>
          ))}
        </>
      )}
    </div>
  );
}

/** Percent of the cell: uneven as text is, and the same every time so that nothing flickers. */
function bar(row: number, column: number): number {
  return 40 + ((row * 37 + column * 53) % 50);
}

export const GridRow = memo(Plain) as typeof Plain;
