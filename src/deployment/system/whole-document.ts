import type { StoredDocument } from "#deployment/store/transaction.ts";
import type { ConvexObject } from "#values/convex-value.ts";

/** A document with its system fields, as functions see it. */
export function wholeDocument({ id, creationTime, fields }: StoredDocument): ConvexObject {
  return { ...fields, _id: id, _creationTime: creationTime };
}
