import type { Document, DocumentId } from "#values/document.ts";
import type { Timestamp } from "#values/timestamp.ts";

/**
 * What a revision did to its document, as far as the log read so far tells: `seen` is one of which it is not known
 * whether the document is new.
 */
export type ChangeKind = "inserted" | "updated" | "deleted" | "seen";

export const changeKinds: readonly ChangeKind[] = ["inserted", "updated", "deleted", "seen"];

/** One document changed by one transaction. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: DocumentId;
  readonly table: string;
  readonly component: string;
  readonly ts: Timestamp;
  /** As written; undefined for a deletion. */
  readonly after: Document | undefined;
  /** The revision before, if it was read. */
  readonly before: Document | undefined;
}

/** Everything that one transaction changed: all revisions that share a timestamp. */
export interface Transaction {
  readonly ts: Timestamp;
  readonly changes: readonly Change[];
}
