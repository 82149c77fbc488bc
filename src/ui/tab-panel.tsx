import type { ReactNode } from "react";

/** What a tab shows; not rendered while another is chosen. `<TabPanel name="outcome" id="result" value={tab}>…` */
export function TabPanel(props: {
  /** The `name` of its `Tabs`. */
  name: string;
  id: string;
  value: string;
  /** Set when nothing inside can take the focus. */
  focusable?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  if (props.id !== props.value) return null;
  return (
    <div
      role="tabpanel"
      id={`${props.name}-${props.id}`}
      aria-labelledby={`${props.name}-${props.id}-tab`}
      tabIndex={props.focusable ? 0 : undefined}
      className={props.className ?? "min-h-0 grow overflow-auto"}
    >
      {props.children}
    </div>
  );
}
