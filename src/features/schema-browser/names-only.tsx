import type { ReactNode } from "react";
import { ProblemNotice } from "#parts/problem-notice.tsx";
import { usePlace } from "#parts/use-place.ts";
import type { KnownTable } from "#parts/use-tables.ts";
import { schemaPlace } from "#places/schema-place.ts";
import { findTable } from "./find-table.ts";

/** What is left when the deployment refuses to describe its tables: why it does, and the names. */
export function NamesOnly(props: {
  error: unknown;
  onRetry: () => void;
  tables: readonly KnownTable[] | undefined;
  opener: ReactNode;
}) {
  const [place] = usePlace(schemaPlace);
  const { tables } = props;
  const table = tables && findTable(tables, place);
  const withFields = tables?.some(({ columns }) => columns !== undefined) ?? false;
  const still =
    tables === undefined
      ? undefined
      : withFields
        ? "The names of the tables and of their fields can still be seen."
        : "The names of the tables can still be seen.";
  return (
    <div className="min-h-0 grow overflow-y-auto">
      <h1 className="sr-only">Schema</h1>
      {props.opener !== undefined && (
        <div className="flex min-h-11 items-center border-b border-line px-4 py-1.5">{props.opener}</div>
      )}
      <ProblemNotice error={props.error} onRetry={props.onRetry} still={still} />
      {table !== undefined && (
        <section aria-label={`Fields of ${table.name}`} className="border-t border-line px-4 py-4 sm:px-14">
          <h2 className="text-14 font-semibold">{table.name}</h2>
          {table.columns === undefined ? (
            <p className="mt-1 text-13 text-ink-2">
              Its fields are not told by any call that this key may make.
            </p>
          ) : (
            <>
              <p className="mt-1 text-12 text-quiet">
                Fields seen at the top of its documents, without their types
              </p>
              <ul className="mt-2">
                {table.columns.map((column) => (
                  <li key={column} className="value border-b border-line py-1 break-words">
                    {column}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </div>
  );
}
