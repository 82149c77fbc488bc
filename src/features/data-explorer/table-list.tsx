import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { tableSizeQuery } from "#api/queries.ts";
import { dataPlace } from "#places/data-place.ts";
import { placeHref } from "#parts/place-href.ts";
import { ProblemNotice } from "#parts/problem-notice.tsx";
import { TablePicker, type PickedTable } from "#parts/table-picker.tsx";
import { useClient } from "#parts/use-client.tsx";
import { usePlace } from "#parts/use-place.ts";
import { useTables } from "#parts/use-tables.ts";
import { formatCount } from "#ui/format-count.ts";
import { SearchField } from "#ui/search-field.tsx";
import { SkeletonList } from "#ui/skeleton-list.tsx";

/** Counting is one request a table; a deployment with more is not asked. */
const counted = 40;

/** The left pane: the tables, with how many documents they have now. An instant that is held stays held. */
export function TableList(props: { onPicked: () => void }) {
  const client = useClient();
  const [place, go] = usePlace(dataPlace);
  const { tables, error, refetch } = useTables();
  const [typed, setTyped] = useState("");
  const own = (tables ?? []).filter(({ component }) => component === "");
  const canCount = own.length <= counted && client.connection.key !== undefined;
  const sizes = useQueries({
    queries: own.map(({ name }) => ({ ...tableSizeQuery(client, name), enabled: canCount })),
  });
  const sizeOf = new Map(own.map(({ name }, at) => [name, sizes[at]?.data]));

  if (tables === undefined) {
    if (error !== null) return <ProblemNotice error={error} onRetry={refetch} />;
    return <SkeletonList label="Reading tables" rows={6} />;
  }
  const shown = tables
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ name, component }): PickedTable => {
      const size = component === "" ? sizeOf.get(name) : undefined;
      return { name, component, end: size === undefined ? undefined : formatCount(size) };
    });
  const at = (table: PickedTable) => ({
    table: table.name,
    component: table.component === "" ? undefined : table.component,
    at: place.at,
    document: undefined,
  });
  return (
    <>
      <SearchField label="Find a table" value={typed} onChange={setTyped} className="m-3 mb-1 shrink-0" />
      <div className="min-h-0 grow overflow-y-auto">
        <TablePicker
          tables={shown}
          selected={
            place.table === undefined ? undefined : { name: place.table, component: place.component ?? "" }
          }
          href={(table) => placeHref(dataPlace, at(table))}
          onSelect={(table) => {
            go(at(table));
            props.onPicked();
          }}
        />
        {shown.length === 0 && (
          <p className="px-3 py-2 text-12 text-quiet">
            {tables.length === 0 ? "This deployment has no tables." : `No table matches “${typed.trim()}”.`}
          </p>
        )}
      </div>
    </>
  );
}
