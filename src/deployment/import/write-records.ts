import { defaultLimits } from "#deployment/functions/limits.ts";
import { badRequest, internalError, Refusal } from "#deployment/http/refusal.ts";
import { primaryKeyIndex } from "#deployment/store/primary-key-index.ts";
import type { Store } from "#deployment/store/store.ts";
import { ConflictError, type Transaction } from "#deployment/store/transaction.ts";
import type { ImportedRecord } from "./convert-records.ts";
import { keyValues } from "./primary-key.ts";

/**
 * Writes records in their order. A transaction that has used up its limits is committed and the next one goes on: a
 * large import can end half applied.
 */
export function writeRecords(records: readonly ImportedRecord[], store: Store): void {
  let transaction = store.begin();
  try {
    for (const record of records) {
      if (isUsedUp(transaction)) {
        transaction.commit();
        transaction = store.begin();
      }
      writeRecord(record, transaction, store);
    }
    transaction.commit();
  } catch (error) {
    transaction.abort();
    if (!(error instanceof ConflictError)) throw error;
    throw new Refusal(
      503,
      "OptimisticConcurrencyControlFailure",
      `Documents read from or written to the "${error.table}" table changed while this mutation was being run and on every subsequent retry.`,
    );
  }
}

function isUsedUp({ usage }: Transaction): boolean {
  return (
    usage.documentsWritten >= defaultLimits.documentsWritten ||
    usage.bytesWritten >= defaultLimits.bytesWritten ||
    usage.intervalsRead >= defaultLimits.intervalsRead ||
    usage.documentsRead >= defaultLimits.documentsRead ||
    usage.bytesRead >= defaultLimits.bytesRead
  );
}

function writeRecord(record: ImportedRecord, transaction: Transaction, store: Store): void {
  const { stream, fields, isDeleted } = record;
  if (stream.key === undefined) {
    transaction.insert(stream.table, fields);
    return;
  }
  const equal = keyValues(fields, stream.key);
  checkIndexFields(stream.table, stream.key, store);
  const found = [...transaction.scan(stream.table, primaryKeyIndex, { equal }, "asc")];
  // Two rows for one key are a state that an append before can leave; the server has no words for it.
  if (found.length > 1) throw internalError();
  const [existing] = found;
  if (existing === undefined) transaction.insert(stream.table, fields);
  else if (isDeleted) transaction.remove(existing.id);
  else transaction.replace(existing.id, fields);
}

/** The key must be the index's own fields, or the first of them. */
function checkIndexFields(table: string, key: readonly string[], store: Store): void {
  const index = store.tableNamed(table)?.indexes.find(({ name }) => name === primaryKeyIndex);
  if (index === undefined) return;
  const name = `${table}.${primaryKeyIndex}`;
  const shown = JSON.stringify(index.fields);
  const unknown = key.find((field) => !index.fields.includes(field));
  if (unknown !== undefined) {
    throw badRequest(
      "FieldNotInIndex",
      `The index range included a comparison with "${unknown}", but ${name} with fields ${shown} doesn't index this field.`,
    );
  }
  if (key.some((field, at) => index.fields[at] !== field)) {
    throw badRequest(
      "InvalidIndexRange",
      `Tried to query index ${name} but the query didn't use the index fields in order. Index fields: ${shown}`,
    );
  }
}
