import { Fragment, type ReactNode } from "react";
import { Group, Panel, Separator, type Layout } from "react-resizable-panels";
import { cx } from "./cx.ts";

interface Pane {
  /** Key of its size in the layout. */
  readonly id: string;
  readonly content: ReactNode;
  /** Numbers are pixels, strings like "44%" parts of the whole. */
  readonly initial?: number | string | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  /** Keeps its pixels when the window changes. At least one pane must not. */
  readonly fixed?: boolean | undefined;
}

export interface SplitPaneProps {
  /** Row: side by side. Column: one above the other. */
  direction: "row" | "column";
  panes: readonly Pane[];
  /** Name of the bars between: "Resize the list". */
  label: string;
  /** Percent by pane id, as `onLayout` gave it; remembering it is the caller's. */
  layout?: Readonly<Record<string, number>> | undefined;
  onLayout?: ((layout: Record<string, number>) => void) | undefined;
  className?: string | undefined;
}

/**
 * Panes with bars between that move by pointer and by arrow keys. `<SplitPane direction="row" label="Resize" panes={[{id: "left", initial: 240, min: 200, max: 360, fixed: true, content}, {id: "main", content}]} />`
 */
export function SplitPane(props: SplitPaneProps) {
  const row = props.direction === "row";
  const { onLayout } = props;
  // A remembered layout of other panes than these would be refused.
  const known = props.layout && props.panes.every((pane) => props.layout?.[pane.id] !== undefined);
  return (
    <Group
      orientation={row ? "horizontal" : "vertical"}
      className={cx("min-h-0 min-w-0 grow", props.className)}
      defaultLayout={known ? (props.layout as Layout) : undefined}
      onLayoutChanged={(layout, meta) => meta.isUserInteraction && onLayout?.(layout)}
    >
      {props.panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && (
            <Separator
              aria-label={props.label}
              className={cx(
                "relative shrink-0 bg-line outline-none transition-colors hover:bg-accent focus-visible:bg-accent",
                "data-[separator=active]:bg-accent",
                row ? "w-px focus-visible:w-0.5" : "h-px focus-visible:h-0.5",
              )}
            />
          )}
          <Panel
            id={pane.id}
            defaultSize={pane.initial}
            minSize={pane.min}
            maxSize={pane.max}
            groupResizeBehavior={pane.fixed ? "preserve-pixel-size" : "preserve-relative-size"}
            className="flex min-h-0 min-w-0 flex-col overflow-hidden"
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
