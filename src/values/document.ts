import type { ConvexObject } from "./convex-value.ts";
import type { Timestamp } from "./timestamp.ts";

declare const brand: unique symbol;

/** The `_id` of a document, as the deployment spells it. */
export type DocumentId = string & { readonly [brand]: "DocumentId" };

export function asDocumentId(text: string): DocumentId {
  return text as DocumentId;
}

/** A document as it stood after one transaction. */
export interface Document {
  readonly id: DocumentId;
  readonly table: string;
  /** The component's path; "" is the root. */
  readonly component: string;
  /** When this revision was committed (ns). */
  readonly ts: Timestamp;
  /** When the document was inserted: milliseconds since the epoch, with a fraction. */
  readonly creationTime: number;
  /** Without the system fields above. */
  readonly fields: ConvexObject;
}

/** One change: a document written, or the fact that it was deleted. */
export type Delta =
  | ({ readonly kind: "written" } & Document)
  | {
      readonly kind: "deleted";
      readonly id: DocumentId;
      readonly table: string;
      readonly component: string;
      readonly ts: Timestamp;
    };
