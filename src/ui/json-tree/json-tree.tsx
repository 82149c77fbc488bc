import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { cx } from "#ui/cx.ts";
import { toast } from "#ui/toast-store.ts";
import type { RenderId } from "#ui/value-text.tsx";
import { useVirtualRows } from "#ui/virtual-rows/use-virtual-rows.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { treeKey } from "./tree-keys.ts";
import { TreeRowView } from "./tree-row.tsx";
import {
  countRows,
  indexOf,
  openAtFirst,
  rowAt,
  withOpen,
  type OpenNode,
  type TreeRow,
} from "./tree-rows.ts";
import { pathClipboard, valueClipboard } from "./value-clipboard.ts";

export interface JsonTreeProps {
  /** Name of the tree: "Result", "errorData". */
  label: string;
  value: ConvexValue;
  /** The fields of a document stand without the object around them. */
  hideRoot?: boolean | undefined;
  /** The type at the right end of each row. */
  types?: boolean | undefined;
  renderId?: RenderId | undefined;
  /** Which table an id belongs to, for its type. */
  tableOfId?: ((id: string) => string | undefined) | undefined;
  /** Quiet words after a value: the date that a number is, the name behind an id. */
  note?: ((row: TreeRow) => ReactNode) | undefined;
  /** As high as its rows, without scrolling of its own; for short values among other things. */
  grow?: boolean | undefined;
  className?: string | undefined;
}

const rowHeight = 20;
/** So many rows are unfolded at first. */
const rowsAtFirst = 200;

/**
 * A value as a foldable tree, exact and virtual: only rows in sight exist. Keys as the ARIA tree pattern; Ctrl or ⌘
 * with C copies the value. Give it a height by its container unless it may `grow`.
 * `<JsonTree label="Result" value={value} types />`
 */
export function JsonTree(props: JsonTreeProps) {
  const { value, hideRoot } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<{ value: ConvexValue; root: OpenNode | undefined; active: number }>(
    () => ({
      value,
      root: openAtFirst(value, rowsAtFirst),
      // No row is marked before someone has been here.
      active: -1,
    }),
  );
  const [ringed, setRinged] = useState(false);
  const fresh = state.value === value ? state : { value, root: openAtFirst(value, rowsAtFirst), active: -1 };
  if (fresh !== state) setState(fresh);

  const { root } = fresh;
  const skip = hideRoot && root ? 1 : 0;
  const count = countRows(root) - skip;
  const active = Math.min(fresh.active, count - 1);
  const { rows, height, page, reveal } = useVirtualRows({
    scroller,
    rowCount: count,
    rowHeight,
    headHeight: 0,
  });
  const at = (index: number) => rowAt(value, root, index + skip);

  const set = (next: Partial<typeof fresh>) => setState({ ...fresh, ...next });
  const turn = (row: TreeRow, open: boolean, index: number) =>
    set({ root: withOpen(value, root, row.path, open), active: index });

  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current !== undefined) reveal(wanted.current);
    wanted.current = undefined;
  });
  const goTo = (index: number) => {
    wanted.current = index;
    set({ active: index });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.altKey) return;
    const row = at(Math.max(0, active));
    if (!row) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== "c" || window.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      void navigator.clipboard.writeText(valueClipboard(row.value)).then(() => toast("Copied"));
      return;
    }
    setRinged(true);
    const move = treeKey(event.key, active, row, { rows: count, page });
    if (!move) return;
    event.preventDefault();
    if (move.kind === "go") goTo(move.index);
    else if (move.kind === "parent") goTo(Math.max(0, indexOf(root, row.path.slice(0, -1)) - skip));
    else turn(row, move.kind === "unfold", active);
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest("a, button")) return;
    const index = Number(event.target.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? Number.NaN);
    const row = at(index);
    if (!row) return;
    if (event.target.closest("[data-turn]")) turn(row, !row.isOpen, index);
    else set({ active: index });
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={props.label}
      tabIndex={0}
      aria-activedescendant={rows.some((place) => place.index === active) ? `${id}-${active}` : undefined}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.currentTarget.matches(":focus-visible")) setRinged(true);
        if (active < 0 && event.currentTarget.matches(":focus-visible")) set({ active: 0 });
      }}
      onBlur={() => setRinged(false)}
      onPointerDown={() => setRinged(false)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      style={props.grow ? { height: Math.min(height + 8, 4000) } : undefined}
      className={cx(
        "relative min-w-0 overflow-auto py-1 outline-none",
        props.grow ? "shrink-0" : "min-h-0 flex-1",
        props.className,
      )}
    >
      <div role="presentation" className="relative" style={{ height }}>
        {rows.map((place) => {
          const row = at(place.index);
          if (!row) return null;
          return (
            <TreeRowView
              key={place.key}
              id={`${id}-${place.index}`}
              row={row}
              top={place.top}
              height={rowHeight}
              depth={row.path.length - skip}
              active={place.index === active}
              ringed={ringed}
              types={props.types ?? false}
              renderId={props.renderId}
              tableOfId={props.tableOfId}
              note={props.note?.(row)}
              index={place.index}
              copyValue={() => valueClipboard(row.value)}
              copyPath={() => pathClipboard(value, row.path)}
            />
          );
        })}
      </div>
    </div>
  );
}
