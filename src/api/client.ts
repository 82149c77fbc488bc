import { checkAdminKey, type KeyPermissions } from "./check-admin-key.ts";
import { clearTables } from "./clear-tables.ts";
import { deploymentId, type Connection } from "./connection.ts";
import { deploymentInfo, type DeploymentInfo } from "./deployment-info.ts";
import { documentDeltas, type DeltasPage, type DeltasRequest } from "./document-deltas.ts";
import { getTableColumnNames, type TableColumns } from "./get-table-column-names.ts";
import { importAirbyteRecords, type ImportRequest, type ImportResult } from "./import-airbyte-records.ts";
import { jsonSchemas, type TableSchema } from "./json-schemas.ts";
import { listSnapshot, type SnapshotPage, type SnapshotRequest } from "./list-snapshot.ts";
import {
  addPrimaryKeyIndexes,
  primaryKeyIndex,
  type PrimaryKey,
  type PrimaryKeyIndex,
} from "./primary-key-indexes.ts";
import { queryTs } from "./query-ts.ts";
import type { RequestLog } from "./request-log.ts";
import { runFunction, type FunctionCall, type Outcome } from "./run-function.ts";
import { createSender, type SenderOptions } from "./sender.ts";
import { apiSpec, tables, tableSize, type ApiSpec } from "./system-queries.ts";
import { testStreamingExportConnection } from "./test-streaming-export-connection.ts";
import { learnValueFormat, type WireFormat } from "./value-format.ts";
import type { Timestamp } from "#values/timestamp.ts";

/** Every call of the API to one deployment. All throw ProblemError but `importAirbyteRecords`. */
export interface Client {
  readonly connection: Connection;
  /** Tells this deployment from others in stored names and query keys. */
  readonly id: string;
  readonly log: RequestLog;

  readonly runFunction: (call: FunctionCall) => Promise<Outcome>;
  readonly apiSpec: (signal?: AbortSignal) => Promise<ApiSpec>;
  readonly tables: (signal?: AbortSignal) => Promise<readonly string[]>;
  readonly tableSize: (table: string, signal?: AbortSignal) => Promise<number>;

  readonly jsonSchemas: (signal?: AbortSignal) => Promise<readonly TableSchema[]>;
  readonly getTableColumnNames: (signal?: AbortSignal) => Promise<readonly TableColumns[]>;
  readonly listSnapshot: (request: SnapshotRequest) => Promise<SnapshotPage>;
  readonly documentDeltas: (request: DeltasRequest) => Promise<DeltasPage>;
  readonly testStreamingExportConnection: (signal?: AbortSignal) => Promise<void>;

  readonly importAirbyteRecords: (request: ImportRequest) => Promise<ImportResult>;
  readonly addPrimaryKeyIndexes: (
    indexes: Readonly<Record<string, PrimaryKey>>,
    signal?: AbortSignal,
  ) => Promise<void>;
  readonly primaryKeyIndex: (table: string, signal?: AbortSignal) => Promise<PrimaryKeyIndex>;
  readonly clearTables: (tables: readonly string[], signal?: AbortSignal) => Promise<void>;

  readonly checkAdminKey: (signal?: AbortSignal) => Promise<KeyPermissions>;
  readonly deploymentInfo: (signal?: AbortSignal) => Promise<DeploymentInfo>;
  /** The latest commit, ns. */
  readonly queryTs: (signal?: AbortSignal) => Promise<Timestamp>;
}

/** @param options `fetch` replaces the browser's own, e.g. by a deployment in the same process */
export function createClient(connection: Connection, options: SenderOptions = {}): Client {
  const sender = createSender(connection, options);
  let format: WireFormat | undefined;
  return {
    connection,
    id: deploymentId(connection),
    log: sender.log,

    async runFunction(call) {
      format ??= await learnValueFormat(sender, call.signal);
      return runFunction(sender, call, format);
    },
    apiSpec: (signal) => apiSpec(sender, signal),
    tables: (signal) => tables(sender, signal),
    tableSize: (table, signal) => tableSize(sender, table, signal),

    jsonSchemas: (signal) => jsonSchemas(sender, signal),
    getTableColumnNames: (signal) => getTableColumnNames(sender, signal),
    listSnapshot: (request) => listSnapshot(sender, request),
    documentDeltas: (request) => documentDeltas(sender, request),
    testStreamingExportConnection: (signal) => testStreamingExportConnection(sender, signal),

    importAirbyteRecords: (request) => importAirbyteRecords(sender, request),
    addPrimaryKeyIndexes: (indexes, signal) => addPrimaryKeyIndexes(sender, indexes, signal),
    primaryKeyIndex: (table, signal) => primaryKeyIndex(sender, table, signal),
    clearTables: (names, signal) => clearTables(sender, names, signal),

    checkAdminKey: (signal) => checkAdminKey(sender, signal),
    deploymentInfo: (signal) => deploymentInfo(sender, signal),
    queryTs: (signal) => queryTs(sender, signal),
  };
}
