import type { ReactNode } from "react";
import { cx } from "#ui/cx.ts";
import type { ShownColumn } from "./use-grid-columns.ts";

/** The frame of a cell, heading or skeleton: width, side, frozen place, ring of the active one. */
export function GridCell<Row>(props: {
  role: "gridcell" | "rowheader" | "columnheader";
  id: string;
  place: ShownColumn<Row>;
  gutter: number;
  active: boolean;
  sort?: "ascending" | "descending" | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { column, size, start, at } = props.place;
  return (
    <div
      role={props.role}
      id={props.id}
      aria-colindex={at + 1}
      aria-sort={props.sort}
      data-column={at}
      style={column.frozen ? { width: size, left: props.gutter + start } : { width: size }}
      className={cx(
        "relative flex h-full shrink-0 items-center overflow-hidden border-r border-line px-2 whitespace-nowrap",
        column.align === "right" && "justify-end",
        column.frozen && "sticky z-1 bg-inherit",
        props.active && "outline-2 -outline-offset-2 outline-accent",
        props.className,
      )}
    >
      {props.children}
    </div>
  );
}
