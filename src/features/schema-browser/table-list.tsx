import { useMemo } from "react";
import { ProblemError } from "#api/problem.ts";
import type { TableSchema } from "#api/json-schemas.ts";
import { TablePicker, type PickedTable } from "#parts/table-picker.tsx";
import { placeHref } from "#parts/place-href.ts";
import { usePlace } from "#parts/use-place.ts";
import type { KnownTable } from "#parts/use-tables.ts";
import { schemaPlace } from "#places/schema-place.ts";
import { SearchField } from "#ui/search-field.tsx";
import { SkeletonList } from "#ui/skeleton-list.tsx";
import { countMatches, fieldTree } from "./field-tree.ts";
import { blamedTable } from "./find-table.ts";

/** The left pane: a search over tables, fields and types, and the tables it finds something in. */
export function TableList(props: {
  schemas: readonly TableSchema[] | undefined;
  known: readonly KnownTable[] | undefined;
  error: Error | null;
  typed: string;
  /** What was typed, a moment later. */
  search: string;
  onType: (text: string) => void;
  onPicked: () => void;
}) {
  const [place, go] = usePlace(schemaPlace);
  const { schemas, known, error, search } = props;
  const tables = useMemo(() => foundTables(schemas, known, error, search), [schemas, known, error, search]);
  const at = (table: PickedTable) => ({
    table: table.name,
    component: table.component || undefined,
    field: undefined,
  });
  return (
    <>
      <SearchField
        label="Search tables, fields, types"
        value={props.typed}
        onChange={props.onType}
        className="m-3 mb-1 shrink-0"
      />
      <div className="min-h-0 grow overflow-y-auto">
        {tables === undefined ? (
          error === null && <SkeletonList label="Reading tables" rows={6} />
        ) : (
          <TablePicker
            tables={tables}
            selected={
              place.table === undefined ? undefined : { name: place.table, component: place.component ?? "" }
            }
            href={(table) => placeHref(schemaPlace, at(table))}
            onSelect={(table) => {
              go(at(table));
              props.onPicked();
            }}
          />
        )}
        {tables?.length === 0 && (
          <p className="px-3 py-2 text-12 text-quiet">
            {search.trim() === ""
              ? "This deployment has no tables."
              : `No table, field or type matches “${search.trim()}”.`}
          </p>
        )}
      </div>
    </>
  );
}

function foundTables(
  schemas: readonly TableSchema[] | undefined,
  known: readonly KnownTable[] | undefined,
  error: Error | null,
  search: string,
): readonly PickedTable[] | undefined {
  const wanted = search.trim().toLowerCase();
  if (schemas !== undefined) {
    return schemas.flatMap(({ component, name, shape }): PickedTable[] => {
      if (wanted === "") return [{ component, name }];
      const found = countMatches(fieldTree(shape), wanted);
      if (found > 0) return [{ component, name, end: found === 1 ? "1 field" : `${found} fields` }];
      return name.toLowerCase().includes(wanted) ? [{ component, name }] : [];
    });
  }
  if (error === null) return undefined;
  const blamed =
    error instanceof ProblemError && error.problem.kind === "refused"
      ? blamedTable(error.problem.message)
      : undefined;
  return known
    ?.filter(({ name, columns = [] }) =>
      [name, ...columns].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map(({ component, name }) => ({ component, name, end: name === blamed ? "not described" : undefined }));
}
