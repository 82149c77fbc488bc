import { valueOfText } from "./document-text.ts";
import type { Revision } from "./revisions.ts";
import type { StoredDocument } from "./transaction.ts";

/** The document that a revision of the log holds; a deletion holds none. */
export function documentOfRevision(revision: Revision): StoredDocument {
  if (revision.value === null) throw new Error("A deletion holds no document.");
  const { _id, _creationTime, ...fields } = valueOfText(revision.value);
  return { id: _id as string, creationTime: _creationTime as number, fields, ts: revision.ts };
}
