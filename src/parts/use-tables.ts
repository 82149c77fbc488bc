import { useQuery } from "@tanstack/react-query";
import { tableColumnNamesQuery, tablesQuery } from "#api/queries.ts";
import { useClient } from "./use-client.tsx";

/** A table that the deployment has; `columns` are the top-level fields seen in its documents, where they are known. */
export interface KnownTable {
  readonly component: string;
  readonly name: string;
  readonly columns: readonly string[] | undefined;
}

/**
 * The deployment's tables: with components and columns where the plan and the key allow it, else the app's own by name.
 * `error` is what the first way met when the second one fails too.
 */
export function useTables(): {
  readonly tables: readonly KnownTable[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
} {
  const client = useClient();
  const named = useQuery(tableColumnNamesQuery(client));
  const plain = useQuery({ ...tablesQuery(client), enabled: named.isError });
  const refetch = () => {
    void named.refetch();
  };
  if (named.data !== undefined) return { tables: named.data, error: null, refetch };
  if (!named.isError) return { tables: undefined, error: null, refetch };
  const tables = plain.data?.map((name) => ({ component: "", name, columns: undefined }));
  return { tables, error: plain.isError ? named.error : null, refetch };
}
