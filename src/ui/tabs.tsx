import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { cx } from "./cx.ts";
import { nextIndex } from "./next-index.ts";

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Quiet figure after the label. */
  readonly count?: string | number | undefined;
  readonly disabled?: boolean | undefined;
}

export interface TabsProps<Id extends string> {
  /** Ties the list to its `TabPanel`s; unique on the page. */
  name: string;
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  tabs: readonly Tab<Id>[];
  /** Tools at the right end of the bar. */
  end?: ReactNode;
  className?: string | undefined;
}

/** A bar of tabs. `<Tabs name="outcome" label="Outcome" value={tab} onChange={setTab} tabs={…} />` with one `<TabPanel>` each */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const { tabs } = props;

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = nextIndex(event.key, index, tabs.length, (at) => tabs[at]?.disabled !== true);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || !tab) return;
    event.preventDefault();
    props.onChange(tab.id);
    buttons.current[next]?.focus();
  };

  return (
    <div className={cx("flex h-9 shrink-0 items-stretch border-b border-line pr-2 pl-4", props.className)}>
      <div
        role="tablist"
        aria-label={props.label}
        className="flex min-w-0 gap-4 overflow-x-auto overflow-y-hidden"
      >
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            role="tab"
            id={`${props.name}-${tab.id}-tab`}
            aria-controls={tab.id === props.value ? `${props.name}-${tab.id}` : undefined}
            aria-selected={tab.id === props.value}
            tabIndex={tab.id === props.value ? 0 : -1}
            disabled={tab.disabled}
            onClick={() => props.onChange(tab.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className={cx(
              "focus-inset flex shrink-0 items-center gap-1.5 border-y-2 border-transparent text-12 transition-colors",
              tab.id === props.value ? "border-b-accent font-medium text-ink" : "text-ink-2 hover:text-ink",
              "disabled:text-quiet",
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-11 font-normal text-quiet">{tab.count}</span>}
          </button>
        ))}
      </div>
      {props.end !== undefined && <div className="ml-auto flex items-center gap-1 pl-3">{props.end}</div>}
    </div>
  );
}
