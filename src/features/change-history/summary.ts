import type { ChangeKind, Transaction } from "./change.ts";
import { fieldChanges } from "./field-changes.ts";

/** What a transaction did to one table, in one way. */
export interface SummaryPart {
  readonly kind: ChangeKind;
  readonly table: string;
  readonly count: number;
  /** Names of the fields that changed, when it is one document whose earlier revision was read. */
  readonly fields: readonly string[];
}

/** What a transaction did, in the order of its changes. */
export function summary(transaction: Transaction): readonly SummaryPart[] {
  const parts = new Map<string, SummaryPart>();
  for (const { kind, table, before, after } of transaction.changes) {
    const key = `${kind} ${table}`;
    const known = parts.get(key);
    if (known !== undefined) {
      parts.set(key, { ...known, count: known.count + 1, fields: [] });
    } else {
      const changed = before && after ? fieldChanges(before.fields, after.fields) : [];
      parts.set(key, { kind, table, count: 1, fields: changed.map(({ path }) => path) });
    }
  }
  return [...parts.values()];
}
