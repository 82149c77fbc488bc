import type { Delta, Document } from "#values/document.ts";
import type { Timestamp } from "#values/timestamp.ts";
import type { Change, ChangeKind, Transaction } from "./change.ts";
import { kindOfChange } from "./kind-of-change.ts";

/** What was read of the log, the oldest first. Each addition is a new object; what is shared is not changed. */
export interface ChangeLog {
  readonly since: Timestamp;
  readonly transactions: readonly Transaction[];
  readonly changes: number;
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** Adds revisions to a log, in the order of their commits. */
export interface ChangeLogBuilder {
  readonly log: () => ChangeLog;
  readonly add: (deltas: readonly Delta[]) => ChangeLog;
}

/** @param since the cursor from which the log is read, ns */
export function buildChangeLog(since: Timestamp): ChangeLogBuilder {
  // The newest revision of each document, which is the one before the next.
  const newest = new Map<string, Document>();
  const counts: Record<ChangeKind, number> = { inserted: 0, updated: 0, deleted: 0, seen: 0 };
  let log: ChangeLog = { since, transactions: [], changes: 0, counts: { ...counts } };

  function changeOf(delta: Delta): Change {
    const { id, table, component, ts } = delta;
    const before = newest.get(id);
    const kind = kindOfChange(delta, since, before !== undefined);
    counts[kind] += 1;
    if (delta.kind === "deleted") return { kind, id, table, component, ts, before, after: undefined };
    newest.set(id, delta);
    return { kind, id, table, component, ts, before, after: delta };
  }

  return {
    log: () => log,
    add(deltas) {
      if (deltas.length === 0) return log;
      const transactions = [...log.transactions];
      let changes: Change[] = [];
      let at: Timestamp | undefined;
      for (const delta of deltas) {
        if (delta.ts !== at) {
          at = delta.ts;
          const last = transactions.at(-1);
          const goesOn = last?.ts === at;
          changes = goesOn ? [...last.changes] : [];
          transactions.splice(goesOn ? -1 : transactions.length, 1, { ts: at, changes });
        }
        changes.push(changeOf(delta));
      }
      log = { since, transactions, changes: log.changes + deltas.length, counts: { ...counts } };
      return log;
    },
  };
}
