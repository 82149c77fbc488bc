import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef, type PointerEvent } from "react";
import { cx } from "#ui/cx.ts";
import { GridCell } from "./grid-cell.tsx";
import type { ShownColumn } from "./use-grid-columns.ts";

/** The sticky row of headings. A heading's right edge is dragged to resize; Shift with an arrow does the same. */
export function GridHead<Row>(props: {
  id: string;
  height: number;
  gutter: number;
  lead: number;
  columns: readonly ShownColumn<Row>[];
  frozenCount: number;
  activeColumn: number | undefined;
  onResize: (id: string, size: number) => void;
}) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      data-row={-1}
      style={{ height: props.height }}
      className="sticky top-0 z-2 flex w-full border-b border-line bg-sunken text-11 text-ink-2"
    >
      {props.gutter > 0 && (
        <div
          aria-hidden
          style={{ width: props.gutter }}
          className="sticky left-0 z-1 flex shrink-0 items-center justify-center border-r border-line bg-sunken text-quiet"
        >
          #
        </div>
      )}
      {props.columns.map((place, index) => (
        <HeadCell
          key={place.column.id}
          id={`${props.id}-h-${place.at}`}
          place={place}
          gutter={props.gutter}
          lead={index === props.frozenCount ? props.lead : 0}
          active={props.activeColumn === place.at}
          onResize={props.onResize}
        />
      ))}
    </div>
  );
}

function HeadCell<Row>(props: {
  id: string;
  place: ShownColumn<Row>;
  gutter: number;
  lead: number;
  active: boolean;
  onResize: (id: string, size: number) => void;
}) {
  const { column, size } = props.place;
  const grip = useRef<{ x: number; size: number }>(undefined);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, size };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current) props.onResize(column.id, grip.current.size + event.clientX - grip.current.x);
  };
  const onPointerUp = () => {
    grip.current = undefined;
  };

  const Arrow = column.sorted === "ascending" ? ArrowUp : ArrowDown;
  return (
    <>
      {props.lead > 0 && <div role="presentation" style={{ width: props.lead }} className="shrink-0" />}
      <GridCell
        role="columnheader"
        id={props.id}
        place={props.place}
        gutter={props.gutter}
        active={props.active}
        sort={column.sorted}
        className={cx("group gap-1.5", column.marked && "bg-selected text-accent")}
      >
        <span className="truncate font-medium">{column.header}</span>
        {column.detail !== undefined && (
          <span className="truncate font-mono text-quiet">{column.detail}</span>
        )}
        {column.sorted && <Arrow size={12} strokeWidth={1.5} aria-hidden className="shrink-0 text-accent" />}
        <div
          aria-hidden
          data-resize
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none border-r-2 border-transparent group-hover:border-line-control hover:border-accent active:border-accent"
        />
      </GridCell>
    </>
  );
}
