import type { Transaction } from "#deployment/store/transaction.ts";
import { type ConvexObject, type ConvexValue, isConvexObject } from "#values/convex-value.ts";
import { readDocumentFilter } from "./document-filter.ts";
import { paginate, paginationOpts } from "./paginate.ts";
import { type SystemCall, systemMutation, systemQuery } from "./system-function.ts";
import { wholeDocument } from "./whole-document.ts";

const component = { componentId: "string?" } as const;
const maxDocuments = 4096;

const idsAndTables = {
  type: "array",
  value: {
    type: "object",
    value: {
      id: { fieldType: { type: "string" }, optional: false },
      tableName: { fieldType: { type: "string" }, optional: false },
    },
  },
} as const;

export const documentFunctions = [
  systemQuery("frontend/getById", { id: "string", ...component }, ({ args, transaction }) =>
    find(transaction, args["id"] as string),
  ),

  systemQuery("frontend/listById", { ids: idsAndTables, ...component }, ({ args, transaction }) =>
    (args["ids"] as readonly { id: string; tableName: string }[]).map(({ id, tableName }) =>
      transaction.normalizeId(tableName, id) === null ? null : find(transaction, id),
    ),
  ),

  systemQuery(
    "frontend/paginatedTableDocuments",
    {
      table: "string",
      filters: "nullable",
      paginationOpts,
      ...component,
    },
    paginatedTableDocuments,
  ),

  systemMutation(
    "frontend/addDocument",
    { table: "string", documents: { type: "array", value: { type: "any" } }, ...component },
    ({ args, transaction }) => {
      const documents = args["documents"] as readonly ConvexValue[];
      if (documents.length > maxDocuments) {
        return { success: false, error: `Can’t import more than ${maxDocuments} documents at once.` };
      }
      for (const document of documents) transaction.insert(args["table"] as string, fieldsOf(document));
      return { success: true };
    },
  ),

  systemMutation(
    "frontend/replaceDocument",
    { id: "string", document: "any", ...component },
    ({ args, transaction }) => {
      const id = args["id"] as string;
      if (transaction.get(id) === null) return { success: false, error: "Document does not exist." };
      transaction.replace(id, fieldsOf(args["document"]));
      return { success: true };
    },
  ),

  systemMutation(
    "frontend/deleteDocuments",
    { toDelete: idsAndTables, ...component },
    ({ args, transaction }) => {
      const toDelete = args["toDelete"] as readonly { id: string }[];
      if (toDelete.length > maxDocuments) {
        return {
          success: false,
          error: `You can't delete more than ${maxDocuments}. Try selecting fewer documents instead..`,
        };
      }
      for (const { id } of toDelete) transaction.remove(id);
      return { success: true };
    },
  ),
];

function paginatedTableDocuments({ args, transaction, context }: SystemCall): ConvexValue {
  const table = args["table"] as string;
  const encoded = args["filters"];
  const filter = readDocumentFilter(typeof encoded === "string" ? encoded : null, (index) => {
    const indexes = context.store.tableNamed(table)?.indexes;
    return indexes?.find(({ name }) => name === index)?.fields;
  });
  // Faults of a filter come where the documents would be: a page of objects without `_id`.
  if (filter.kind === "faulty") {
    return { page: filter.faults.map((fault) => ({ ...fault })), isDone: true, continueCursor: "" };
  }
  const { index, range, order, accepts } = filter;
  return paginate(transaction, { table, index, range, order, accepts }, args["paginationOpts"]);
}

function find(transaction: Transaction, id: string): ConvexValue {
  const document = transaction.get(id);
  return document === null ? null : wholeDocument(document);
}

/** A document as a dashboard sends it may carry its system fields; they are not its own to set. */
function fieldsOf(document: ConvexValue | undefined): ConvexObject {
  if (!isConvexObject(document)) throw new Error("Value must be an Object");
  const { _id: _, _creationTime: __, ...fields } = document;
  return fields;
}
