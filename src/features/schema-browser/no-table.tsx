import type { ReactNode } from "react";
import { Empty } from "#ui/empty.tsx";

/** The page before a table is chosen, or when the URL names one that is not there. */
export function NoTable(props: {
  wanted: string | undefined;
  tables: readonly { readonly name: string }[] | undefined;
  /** The list of tables, where it has no pane of its own. */
  list: ReactNode;
}) {
  const { wanted, tables } = props;
  const isMissing = wanted !== undefined && tables !== undefined;
  return (
    <div className="flex min-h-0 grow flex-col overflow-y-auto">
      <h1 className="sr-only">Schema</h1>
      {isMissing && (
        <Empty title={`There is no table ${wanted}`}>It may have been removed, or be in a component.</Empty>
      )}
      {props.list ??
        (!isMissing && tables !== undefined && (
          <Empty title={tables.length === 0 ? "No tables" : "No table chosen"}>
            {tables.length === 0
              ? "A table appears with its first document, or with a schema that declares it."
              : "Choose one at the left to see its fields and their types."}
          </Empty>
        ))}
    </div>
  );
}
