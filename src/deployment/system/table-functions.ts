import type { Tablet } from "#deployment/store/catalogue.ts";
import { paginate, paginationOpts } from "./paginate.ts";
import { systemMutation, systemQuery } from "./system-function.ts";

const optionalComponent = { componentId: "string?" } as const;

/** Numbers that the two system tables with ids of interest have. */
const systemTableNames = { "21": "_scheduled_jobs", "23": "_file_storage" } as const;

export const tableFunctions = [
  systemQuery("cli/tables", { paginationOpts }, ({ context }) => ({
    page: context.store.tables().map(({ name }) => ({ name })),
    isDone: true,
    continueCursor: "end",
  })),

  systemQuery(
    "cli/tableData",
    {
      table: "string",
      order: {
        type: "union",
        value: [
          { type: "literal", value: "asc" },
          { type: "literal", value: "desc" },
        ],
      },
      paginationOpts,
    },
    ({ args, transaction }) => {
      const order = args["order"] === "asc" ? "asc" : "desc";
      return paginate(transaction, { table: args["table"] as string, order }, args["paginationOpts"]);
    },
  ),

  systemQuery("cli/tableSize", { tableName: "string" }, ({ args, transaction }) =>
    transaction.count(args["tableName"] as string),
  ),

  systemQuery("frontend/tableSize", { tableName: "string", ...optionalComponent }, ({ args, transaction }) =>
    transaction.count(args["tableName"] as string),
  ),

  systemQuery("frontend/tableSize:sizeOfAllTables", optionalComponent, ({ context, transaction }) =>
    context.store.tables().reduce((size, { name }) => size + transaction.count(name), 0),
  ),

  systemQuery("frontend/getTableMapping", optionalComponent, ({ context }) => ({
    ...Object.fromEntries(
      context.store
        .tables()
        .slice(0, 1000)
        .map(({ number, name }) => [String(number), name]),
    ),
    ...systemTableNames,
  })),

  systemQuery(
    "frontend/indexes",
    { tableName: "string?", tableNamespace: "nullable" },
    ({ args, context }) => {
      const name = args["tableName"];
      if (typeof name !== "string" || args["tableNamespace"] !== null) return null;
      const tablet = context.store.tableNamed(name);
      return tablet === undefined ? null : indexesOf(tablet);
    },
  ),

  systemMutation(
    "frontend/clearTablePage",
    { tableName: "string", cursor: "nullable", ...optionalComponent },
    ({ args, transaction }) => {
      const walk = { table: args["tableName"] as string, order: "asc" } as const;
      const options = { numItems: 4000, cursor: args["cursor"] ?? null };
      const { page, isDone, continueCursor } = paginate(transaction, walk, options);
      const documents = page as { _id: string }[];
      for (const { _id } of documents) transaction.remove(_id);
      return { deleted: documents.length, hasMore: isDone === false, continueCursor: continueCursor ?? "" };
    },
  ),
];

/** All indexes of a table that not every table has; the one of streaming import is among them. */
function indexesOf({ indexes, summary }: Tablet) {
  return indexes
    .filter(({ name }) => name !== "by_creation_time")
    .map(({ name, fields, readyTs }) => ({
      name,
      staged: false,
      fields: [...fields],
      backfill:
        readyTs === null
          ? {
              state: "backfilling",
              stats: { numDocsIndexed: 0, totalDocs: summary.object?.count ?? 0 },
            }
          : { state: "done" },
    }));
}
