import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";
import { cx } from "./cx.ts";
import { splitSize } from "./split-size.ts";

interface Pane {
  readonly id: string;
  readonly content: ReactNode;
  /** Of the one pane that has a size; the other takes what is left. Numbers are pixels, "44%" is a part of the whole. */
  readonly initial?: number | `${number}%` | undefined;
  /** Pixels. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Keeps its pixels when the window changes, instead of its part. */
  readonly fixed?: boolean | undefined;
}

export interface SplitPaneProps {
  /** Row: side by side. Column: one above the other. */
  direction: "row" | "column";
  panes: readonly [Pane, Pane];
  /** Name of the bar between: "Resize the list". */
  label: string;
  className?: string | undefined;
}

const keyStep = 16;

/**
 * Two panes with a bar between that moves by pointer and by arrow keys. `<SplitPane direction="row" label="Resize" panes={[{id: "left", initial: 240, min: 200, max: 360, fixed: true, content}, {id: "main", content}]} />`
 */
export function SplitPane(props: SplitPaneProps) {
  const row = props.direction === "row";
  const [first, second] = props.panes;
  const sized = first.initial === undefined ? second : first;
  const other = sized === first ? second : first;
  const group = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  // What it was dragged to: pixels, or a part from 0 to 1.
  const [dragged, setDragged] = useState<number>();
  const [percent, setPercent] = useState(0);

  const lengthOf = (element: HTMLElement | null) =>
    (row ? element?.getBoundingClientRect().width : element?.getBoundingClientRect().height) ?? 0;

  useLayoutEffect(() => {
    if (!group.current) return undefined;
    const observer = new ResizeObserver(() => {
      const whole = lengthOf(group.current);
      if (whole > 0) setPercent(Math.round((lengthOf(pane.current) / whole) * 100));
    });
    observer.observe(group.current);
    if (pane.current) observer.observe(pane.current);
    return () => observer.disconnect();
  });

  const resize = (pixels: number) => {
    const whole = lengthOf(group.current);
    if (whole <= 0) return;
    const size = splitSize(pixels, { whole, min: sized.min, max: sized.max, otherMin: other.min });
    setDragged(sized.fixed ? size : size / whole);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !group.current) return;
    const box = group.current.getBoundingClientRect();
    const at = row ? event.clientX - box.left : event.clientY - box.top;
    resize(sized === first ? at : lengthOf(group.current) - at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [back, on] = row ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const step = event.key === back ? -keyStep : event.key === on ? keyStep : 0;
    const size = lengthOf(pane.current);
    if (step !== 0) resize(size + (sized === first ? step : -step));
    else if (event.key === "Home") resize(0);
    else if (event.key === "End") resize(Number.MAX_SAFE_INTEGER);
    else return;
    event.preventDefault();
  };

  const basis =
    dragged === undefined ? (sized.initial ?? "50%") : sized.fixed ? dragged : (`${dragged * 100}%` as const);
  const drawn = (one: Pane) => {
    const limits = row
      ? { minWidth: one.min ?? 0, maxWidth: one.max }
      : { minHeight: one.min ?? 0, maxHeight: one.max };
    return (
      <div
        key={one.id}
        ref={one === sized ? pane : undefined}
        style={
          one === sized ? { flex: "0 1 auto", flexBasis: basis, ...limits } : { flex: "1 1 0", ...limits }
        }
        className={cx("flex flex-col overflow-hidden", row ? "min-h-0" : "min-w-0")}
      >
        {one.content}
      </div>
    );
  };
  return (
    <div ref={group} className={cx("flex min-h-0 min-w-0 grow", !row && "flex-col", props.className)}>
      {drawn(first)}
      {/* A separator that can be moved is a widget; no element of HTML is one. */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={props.label}
        aria-orientation={row ? "vertical" : "horizontal"}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        className={cx(
          "relative z-10 shrink-0 touch-none bg-line outline-none transition-colors hover:bg-accent focus-visible:bg-accent active:bg-accent",
          // The line is thin, what takes hold of it is not.
          "after:absolute after:content-['']",
          row
            ? "w-px cursor-col-resize after:inset-y-0 after:-inset-x-1 focus-visible:w-0.5"
            : "h-px cursor-row-resize after:inset-x-0 after:-inset-y-1 focus-visible:h-0.5",
        )}
      />
      {drawn(second)}
    </div>
  );
}
