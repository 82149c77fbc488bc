import { useQuery } from "@tanstack/react-query";
import { Table2 } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import type { TableSchema } from "#api/json-schemas.ts";
import { tableSizeQuery } from "#api/queries.ts";
import { Instant } from "#parts/instant.tsx";
import { PlaceLink } from "#parts/place-link.tsx";
import { useClient } from "#parts/use-client.tsx";
import { usePlace } from "#parts/use-place.ts";
import { dataPlace } from "#places/data-place.ts";
import { schemaPlace } from "#places/schema-place.ts";
import { buttonClass } from "#ui/button-class.ts";
import { Choice } from "#ui/choice.tsx";
import { Empty } from "#ui/empty.tsx";
import { formatCount } from "#ui/format-count.ts";
import { FieldGrid } from "./field-grid.tsx";
import { countMatches, fieldTree } from "./field-tree.ts";
import { SchemaText } from "./schema-text.tsx";

const views = [
  { value: "fields", label: "Fields" },
  { value: "schema", label: "JSON Schema" },
] as const;

/** One table: its fields as a tree, or the schema as the deployment gave it. */
export function TableSchemaView(props: {
  table: TableSchema;
  tables: readonly TableSchema[];
  readAt: Date;
  search: string;
  opener: ReactNode;
}) {
  const { table, tables, search } = props;
  const client = useClient();
  const [place, go] = usePlace(schemaPlace);
  const [view, setView] = useState<"fields" | "schema">("fields");
  const fields = useMemo(() => fieldTree(table.shape), [table.shape]);
  // Only the tables of the app itself can be counted by their name.
  const size = useQuery({
    ...tableSizeQuery(client, table.name),
    enabled: table.component === "" && client.connection.key !== undefined,
  }).data;
  const isTable = (name: string) =>
    tables.some((other) => other.name === name && other.component === table.component);
  const ownFields = fields.filter((field) => !field.name.startsWith("_")).length;

  return (
    <>
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-1.5">
        {props.opener}
        <h1 className="min-w-0 text-14 font-semibold break-words">{table.name}</h1>
        <span className="text-12 text-quiet">
          {[
            ...(table.component === "" ? [] : [`in ${table.component}`]),
            ...(size === undefined ? [] : [plural(size, "document")]),
            plural(fields.length, "field"),
          ].join(", ")}
        </span>
        <Choice label="View" size="small" value={view} onChange={setView} options={views} />
        <PlaceLink
          place={dataPlace}
          search={{
            table: table.name,
            component: table.component || undefined,
            at: undefined,
            document: undefined,
          }}
          className={`${buttonClass()} ml-auto`}
        >
          <Table2 size={14} strokeWidth={1.5} aria-hidden />
          Open in Data
        </PlaceLink>
      </header>
      {view === "schema" ? (
        <SchemaText schema={table.schema} />
      ) : (
        <div className="min-h-0 grow overflow-y-auto">
          {search.trim() !== "" && countMatches(fields, search) === 0 ? (
            <Empty title={`No field of ${table.name} matches “${search.trim()}”`}>
              The list of tables shows where it is found.
            </Empty>
          ) : (
            <FieldGrid
              fields={fields}
              search={search}
              component={table.component}
              isTable={isTable}
              chosen={place.field}
              onChoose={(field) => go({ ...place, field }, { replace: true })}
            />
          )}
          {ownFields === 0 && (
            <p className="max-w-[68ch] px-4 pt-3 text-13 text-ink-2">
              {size === 0
                ? `${table.name} has no documents, so no types were found.`
                : "No fields but the system's own were found."}{" "}
              Fields that are declared and not yet written are not told here.
            </p>
          )}
          <p className="px-4 py-3 text-12 text-quiet">
            Types are those found in the data, at <Instant at={props.readAt} timeOnly />.
          </p>
        </div>
      )}
    </>
  );
}

function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}
