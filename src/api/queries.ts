import { queryOptions } from "@tanstack/react-query";
import type { Timestamp } from "#values/timestamp.ts";
import type { Client } from "./client.ts";

// Every key begins with the deployment, so that no answer is ever shown for another one.

export function apiSpecQuery(client: Client) {
  return queryOptions({
    queryKey: [client.id, "apiSpec"],
    queryFn: ({ signal }) => client.apiSpec(signal),
    staleTime: 60_000,
  });
}

export function jsonSchemasQuery(client: Client) {
  return queryOptions({
    queryKey: [client.id, "jsonSchemas"],
    queryFn: ({ signal }) => client.jsonSchemas(signal),
    staleTime: 30_000,
  });
}

export function tableColumnNamesQuery(client: Client) {
  return queryOptions({
    queryKey: [client.id, "tableColumnNames"],
    queryFn: ({ signal }) => client.getTableColumnNames(signal),
    staleTime: 30_000,
  });
}

export function tablesQuery(client: Client) {
  return queryOptions({
    queryKey: [client.id, "tables"],
    queryFn: ({ signal }) => client.tables(signal),
    staleTime: 30_000,
  });
}

export function tableSizeQuery(client: Client, table: string) {
  return queryOptions({
    queryKey: [client.id, "tableSize", table],
    queryFn: ({ signal }) => client.tableSize(table, signal),
    staleTime: 10_000,
  });
}

export function deploymentInfoQuery(client: Client) {
  return queryOptions({
    queryKey: [client.id, "deploymentInfo"],
    queryFn: ({ signal }) => client.deploymentInfo(signal),
    staleTime: 300_000,
  });
}

const fastestPollMs = 2_000;
const slowestPollMs = 15_000;

export interface LatestCommit {
  readonly ts: Timestamp;
  /** How often in a row the answer was the same. */
  readonly unchanged: number;
}

/** The latest commit, asked every 2 s and ever more rarely, down to every 15 s, while nothing is committed. */
export function latestCommitQuery(client: Client) {
  return queryOptions({
    queryKey: [client.id, "latestCommit"],
    queryFn: async ({ signal, queryKey, client: cache }): Promise<LatestCommit> => {
      const before = cache.getQueryData<LatestCommit>(queryKey);
      const ts = await client.queryTs(signal);
      return { ts, unchanged: before?.ts === ts ? before.unchanged + 1 : 0 };
    },
    refetchInterval: ({ state }) =>
      state.status === "error"
        ? slowestPollMs
        : Math.min(fastestPollMs * 1.5 ** (state.data?.unchanged ?? 0), slowestPollMs),
    refetchIntervalInBackground: false,
  });
}
