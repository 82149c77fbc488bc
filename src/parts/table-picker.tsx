import { ListNav, type ListNavGroup } from "#ui/list-nav.tsx";
import type { ReactNode } from "react";

/** A table by its name and the component it is in (`""` is the app itself). */
export interface PickedTable {
  readonly name: string;
  readonly component: string;
  /** Quiet, at the right: a count. */
  readonly end?: ReactNode;
}

const idOf = (table: { readonly name: string; readonly component: string }) =>
  `${table.component}/${table.name}`;

/** The list "Tables" of a left pane, the app's own first, then one group for each component. */
export function TablePicker(props: {
  tables: readonly PickedTable[];
  selected: { readonly name: string; readonly component: string } | undefined;
  href: (table: PickedTable) => string;
  onSelect: (table: PickedTable) => void;
  className?: string | undefined;
}) {
  const byId = new Map(props.tables.map((table) => [idOf(table), table]));
  const components = [...new Set(props.tables.map((table) => table.component))];
  const groups = components.map((component): ListNavGroup => {
    const tables = props.tables.filter((table) => table.component === component);
    return {
      id: component,
      title: component === "" ? (components.length > 1 ? "App" : "Tables") : component,
      titleEnd: tables.length,
      items: tables.map((table) => ({
        id: idOf(table),
        label: table.name,
        end: table.end,
        href: props.href(table),
        mono: true,
        title: table.name,
      })),
    };
  });
  return (
    <ListNav
      label="Tables"
      groups={groups}
      selected={props.selected && idOf(props.selected)}
      onSelect={(item) => {
        const table = byId.get(item.id);
        if (table) props.onSelect(table);
      }}
      className={props.className}
    />
  );
}
