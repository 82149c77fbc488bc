import { action } from "./endpoints/action.ts";
import { addPrimaryKeyIndexes } from "./endpoints/add-primary-key-indexes.ts";
import { checkAdminKey } from "./endpoints/check-admin-key.ts";
import { clearTables } from "./endpoints/clear-tables.ts";
import { dataSyncCursorFromDeltas } from "./endpoints/data-sync-cursor-from-deltas.ts";
import { dataSync } from "./endpoints/data-sync.ts";
import { deploymentInfo } from "./endpoints/deployment-info.ts";
import { documentDeltas } from "./endpoints/document-deltas.ts";
import { anyFunction } from "./endpoints/function.ts";
import { getIndexes } from "./endpoints/get-indexes.ts";
import { getSchema } from "./endpoints/get-schema.ts";
import { getTableColumnNames } from "./endpoints/get-table-column-names.ts";
import { importAirbyteRecords } from "./endpoints/import-airbyte-records.ts";
import { jsonSchemas } from "./endpoints/json-schemas.ts";
import { listActiveSyncs } from "./endpoints/list-active-syncs.ts";
import { listSnapshot } from "./endpoints/list-snapshot.ts";
import { mutation } from "./endpoints/mutation.ts";
import { echo, instanceName, instanceVersion, root, version } from "./endpoints/plain.ts";
import { primaryKeyIndexesReady } from "./endpoints/primary-key-indexes-ready.ts";
import { queryAtTs } from "./endpoints/query-at-ts.ts";
import { queryBatch } from "./endpoints/query-batch.ts";
import { queryTs } from "./endpoints/query-ts.ts";
import { query } from "./endpoints/query.ts";
import { replaceTables } from "./endpoints/replace-tables.ts";
import { run } from "./endpoints/run.ts";
import { testStreamingExportConnection } from "./endpoints/test-streaming-export-connection.ts";
import type { Endpoint } from "./http/endpoint.ts";

/** Every path the deployment answers. */
export const endpoints: readonly Endpoint[] = [
  query,
  mutation,
  action,
  anyFunction,
  run,
  queryBatch,
  queryTs,
  queryAtTs,
  jsonSchemas,
  listSnapshot,
  documentDeltas,
  testStreamingExportConnection,
  getTableColumnNames,
  dataSync,
  listActiveSyncs,
  dataSyncCursorFromDeltas,
  importAirbyteRecords,
  addPrimaryKeyIndexes,
  primaryKeyIndexesReady,
  clearTables,
  replaceTables,
  getSchema,
  checkAdminKey,
  deploymentInfo,
  getIndexes,
  version,
  instanceName,
  instanceVersion,
  root,
  echo,
];
