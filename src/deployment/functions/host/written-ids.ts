import type { Transaction } from "#deployment/store/transaction.ts";

const written = new WeakMap<Transaction, Set<string>>();

/**
 * The documents that functions have changed in a transaction. A walk along an index reads ahead, so what it comes
 * to may have been changed since by the very function that walks, or by one that this calls.
 */
export function writtenIds(transaction: Transaction): Set<string> {
  const known = written.get(transaction);
  if (known !== undefined) return known;
  const ids = new Set<string>();
  written.set(transaction, ids);
  return ids;
}
