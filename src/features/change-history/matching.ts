import type { ChangeKind, Transaction } from "./change.ts";

/** What of the log is looked at. */
export interface Wanted {
  readonly kind: ChangeKind | undefined;
  /** `_id` of the only document that is looked at. */
  readonly document: string | undefined;
}

/** The transactions with a change that is wanted, with those changes only. The same array when all are. */
export function matching(transactions: readonly Transaction[], wanted: Wanted): readonly Transaction[] {
  const { kind, document } = wanted;
  if (kind === undefined && document === undefined) return transactions;
  return transactions.flatMap(({ ts, changes }): Transaction[] => {
    const left = changes.filter(
      (change) =>
        (kind === undefined || change.kind === kind) && (document === undefined || change.id === document),
    );
    return left.length === 0 ? [] : [{ ts, changes: left }];
  });
}

/** How many changes some transactions hold. */
export function countChanges(transactions: readonly Transaction[]): number {
  return transactions.reduce((sum, { changes }) => sum + changes.length, 0);
}
