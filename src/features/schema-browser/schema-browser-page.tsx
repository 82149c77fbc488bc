import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { jsonSchemasQuery } from "#api/queries.ts";
import { SidePage } from "#parts/side-page.tsx";
import { useClient } from "#parts/use-client.tsx";
import { usePlace } from "#parts/use-place.ts";
import { useTables } from "#parts/use-tables.ts";
import { schemaPlace } from "#places/schema-place.ts";
import { useMedia } from "#ui/use-media.ts";
import { findTable } from "./find-table.ts";
import { NamesOnly } from "./names-only.tsx";
import { NoTable } from "./no-table.tsx";
import { TableList } from "./table-list.tsx";
import { TableSchemaView } from "./table-schema-view.tsx";

/** The tables and the types of their documents. */
export function SchemaBrowserPage() {
  const [place] = usePlace(schemaPlace);
  const schemas = useQuery(jsonSchemasQuery(useClient()));
  // Asked for at the same time: it is what is left to show when the schemas are refused.
  const known = useTables();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed);
  const wide = useMedia("(min-width: 1024px)");

  const tables = schemas.data ?? known.tables;
  const table = schemas.data && findTable(schemas.data, place);
  const list = (close: () => void) => (
    <TableList
      schemas={schemas.data}
      known={known.tables}
      error={schemas.error}
      typed={typed}
      search={search}
      onType={setTyped}
      onPicked={close}
    />
  );

  return (
    <SidePage label="Tables" side={list}>
      {(opener) => {
        if (schemas.isError && schemas.data === undefined) {
          return (
            <NamesOnly
              error={schemas.error}
              onRetry={() => void schemas.refetch()}
              tables={known.tables}
              opener={opener}
            />
          );
        }
        if (table !== undefined && schemas.data !== undefined) {
          return (
            <TableSchemaView
              key={`${table.component}/${table.name}`}
              table={table}
              tables={schemas.data}
              readAt={new Date(schemas.dataUpdatedAt)}
              search={search}
              opener={opener}
            />
          );
        }
        return <NoTable wanted={place.table} tables={tables} list={wide ? undefined : list(() => {})} />;
      }}
    </SidePage>
  );
}
