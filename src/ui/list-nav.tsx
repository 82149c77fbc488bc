import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { cx } from "./cx.ts";
import { nextIndex } from "./next-index.ts";

interface ListNavItem {
  readonly id: string;
  readonly label: ReactNode;
  /** A mark or icon before the label. */
  readonly lead?: ReactNode;
  /** Quiet, at the right: a count, an age, "internal". */
  readonly end?: ReactNode;
  /** Where it leads; without it the item is a button. */
  readonly href?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly title?: string | undefined;
}

export interface ListNavGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly titleEnd?: ReactNode;
  readonly items: readonly ListNavItem[];
}

export interface ListNavProps {
  /** Name of the list: "Tables". */
  label: string;
  groups: readonly ListNavGroup[];
  selected?: string | undefined;
  onSelect?: ((item: ListNavItem) => void) | undefined;
  className?: string | undefined;
}

/**
 * The list of a left pane: one tab stop, arrows move, Enter opens. Links when items have `href`, so that they can be
 * opened elsewhere. `<ListNav label="Tables" groups={[{id: "all", items}]} selected={table} onSelect={open} />`
 */
export function ListNav(props: ListNavProps) {
  const root = useRef<HTMLDivElement>(null);
  const all = props.groups.flatMap((group) => group.items);
  // The same item may stand in two groups (recent, and its own): the first is the one tab stop.
  const first = all.find((item) => item.id === props.selected) ?? all[0];
  const stopGroup = props.groups.find((group) => group.items.some((item) => item.id === first?.id));

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const from = rows.findIndex((row) => row === document.activeElement);
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next =
      event.key === "ArrowLeft" || event.key === "ArrowRight"
        ? undefined
        : nextIndex(event.key, from, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    rows[next]?.focus();
  };

  const list = (group: ListNavGroup, label: string) => (
    <ul aria-label={label}>
      {group.items.map((item) => (
        <li key={item.id}>
          <Row
            item={item}
            current={item.id === props.selected}
            stop={group === stopGroup && item === first}
            onSelect={props.onSelect}
          />
        </li>
      ))}
    </ul>
  );

  const [only] = props.groups;
  return (
    <div ref={root} role="presentation" onKeyDown={onKeyDown} className={cx("pb-2", props.className)}>
      {only && props.groups.length === 1 ? (
        <>
          <Heading group={only} />
          {list(only, props.label)}
        </>
      ) : (
        <ul aria-label={props.label}>
          {props.groups.map((group) => (
            <li key={group.id}>
              <Heading group={group} />
              {list(group, group.title ?? props.label)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Heading({ group }: { group: ListNavGroup }) {
  if (group.title === undefined) return null;
  return (
    <div className="flex h-8 items-end justify-between px-3 pb-1 text-11 font-medium text-quiet">
      <span className="truncate">{group.title}</span>
      <span className="font-normal">{group.titleEnd}</span>
    </div>
  );
}

function Row(props: {
  item: ListNavItem;
  current: boolean;
  stop: boolean;
  onSelect: ListNavProps["onSelect"];
}) {
  const { item, current } = props;
  const shared = {
    "data-row": true,
    "aria-current": current ? ("true" as const) : undefined,
    tabIndex: props.stop ? 0 : -1,
    title: item.title,
    className: cx(
      "focus-inset relative flex h-row w-full items-center gap-2 px-3 text-left text-ink max-sm:h-10",
      item.mono ? "value" : "text-13",
      current
        ? "bg-selected before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
        : "hover:bg-hover",
    ),
  };
  const inside = (
    <>
      {item.lead}
      <span className="min-w-0 truncate">{item.label}</span>
      {item.end !== undefined && (
        <span className="ml-auto shrink-0 pl-2 font-sans text-11 text-quiet">{item.end}</span>
      )}
    </>
  );
  if (item.href === undefined) {
    return (
      <button type="button" {...shared} onClick={() => props.onSelect?.(item)}>
        {inside}
      </button>
    );
  }
  return (
    <a
      {...shared}
      href={item.href}
      onClick={(event) => {
        if (!props.onSelect || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        props.onSelect(item);
      }}
    >
      {inside}
    </a>
  );
}
