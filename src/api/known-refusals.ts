/** A cause in plain words, and what to do about it. */
export interface Words {
  /** Stable: the anchor of its help. */
  readonly id: string;
  readonly title: string;
  readonly cause: string;
  readonly next: string;
}

const words = (id: string, title: string, cause: string, next: string): Words => ({ id, title, cause, next });

const later = "Try again in a moment.";

/** By the API's code. Where one code has several causes, the cause says what they have in common. */
export const knownRefusals: Readonly<Record<string, Words>> = {
  BadDeployKey: words(
    "no-key",
    "This needs a deploy key",
    "The deployment answers this only to a deploy key, and none that it accepts was sent.",
    "Connect with a deploy key of this deployment.",
  ),
  BadAdminKey: words(
    "wrong-key",
    "The key was refused",
    "The key was not made for this deployment, or it was deleted.",
    "Paste a key made for this deployment.",
  ),
  InvalidAdminKey: words(
    "malformed-key",
    "The key cannot be read",
    "What was sent is neither a deploy key nor a user's token.",
    "Copy the key again, whole, with everything before and after its bar.",
  ),
  InvalidHeaderFailure: words(
    "malformed-key",
    "The key cannot be read",
    "The key is too short to be one.",
    "Copy the key again, whole, with everything before and after its bar.",
  ),
  HeaderParseFailure: words(
    "malformed-key",
    "The key cannot be read",
    "The key breaks off before its bar, or holds characters that no key has.",
    "Copy the key again, whole, with everything before and after its bar.",
  ),
  InvalidAuthHeader: words(
    "wrong-token",
    "The user token was refused",
    "The token is not valid for this deployment, or it has expired.",
    "Paste a fresh token, or call with the deploy key.",
  ),
  NoAuthProvider: words(
    "no-auth-provider",
    "The deployment does not know the token's issuer",
    "No provider in the app's auth configuration made this token.",
    "Use a token of a provider that the app names, or call with the deploy key.",
  ),
  Unauthenticated: words(
    "wrong-token",
    "The user token was refused",
    "The token is not valid for this deployment, or it has expired.",
    "Paste a fresh token, or call with the deploy key.",
  ),
  OperationNotPermitted: words(
    "no-permission",
    "This key may not do that",
    "The key is genuine, but the permission for this was not given to it.",
    "Connect with a key that has the permission.",
  ),
  SystemIdentityRequired: words(
    "acting-key",
    "A key that acts as a user cannot do this",
    "The key carries a user's identity; tables and system functions answer to plain keys only.",
    "Connect with the key alone, without the identity after it.",
  ),
  StreamingExportNotEnabled: words(
    "export-not-in-plan",
    "Snapshots are not in this deployment’s plan",
    "The deployment answered that streaming export is not available on its current subscription.",
    "Functions still run. Snapshots, the schema and the change log come with a plan that has streaming export.",
  ),
  SnapshotTooOld: words(
    "snapshot-too-old",
    "This instant is too long ago",
    "The deployment no longer keeps this instant: snapshots reach back a few days.",
    "Go to now, or choose a later instant.",
  ),
  SnapshotTooNew: words(
    "snapshot-too-new",
    "This instant has not come yet",
    "Nothing has been committed so late: the newest instant is that of the latest commit.",
    "Go to now.",
  ),
  InvalidListSnapshotCursor: words(
    "walk-lost",
    "The walk through the table has lost its place",
    "The deployment does not recognise the place that the last page ended at.",
    "Read the table from its start.",
  ),
  DocumentDeltasCursorRequired: words(
    "no-cursor",
    "The change log needs a moment to begin at",
    "The request named no moment.",
    "Choose a moment.",
  ),
  InvalidWindowToReadDocuments: words(
    "changes-too-old",
    "The change log does not reach back so far",
    "The deployment forgets changes after its retention time, and this moment is older.",
    "Choose a later moment.",
  ),
  NoSchemaForExport: words(
    "table-not-describable",
    "A table cannot be described",
    "At least one table has too many or unusual fields to be described from its documents, and the app declares no schema. The deployment then describes none.",
    "Declare a schema for the table, or read the tables' column names instead.",
  ),
  NoTableDefinitionForExport: words(
    "table-not-describable",
    "A table cannot be described",
    "At least one table has too many or unusual fields to be described from its documents, and the schema does not declare it. The deployment then describes none.",
    "Declare the table in the schema, or read the tables' column names instead.",
  ),
  UnsupportedSchemaForExport: words(
    "schema-not-describable",
    "A declared schema cannot be described",
    "A table that must be described from its declaration declares a choice between objects, which the deployment cannot describe. It then describes none.",
    "Read the tables' column names instead.",
  ),
  TableSummariesUnavailable: words(
    "starting",
    "The deployment is still counting",
    "It started a short while ago and has not read its own statistics yet.",
    later,
  ),
  BadConvexFunctionIdentifier: words(
    "bad-path",
    "This is no path of a function",
    "A path is a module and a function, such as messages:list or reports/daily:summary.",
    "Mend the path.",
  ),
  MissingIdentifier: words(
    "bad-path",
    "This is no path of a function",
    "A path is a module and a function, such as messages:list or reports/daily:summary.",
    "Mend the path.",
  ),
  BadJsonBody: words(
    "bad-body",
    "The deployment could not read the request",
    "The body is too large, or holds something that the deployment's JSON does not have.",
    "Look at the server's words below and mend the arguments.",
  ),
  BadFormat: words(
    "bad-format",
    "The deployment does not know this form of values",
    "It speaks another version of the API than this dashboard.",
    "Update the deployment.",
  ),
  MissingPrimaryKeyValue: words(
    "key-missing-in-record",
    "A record has no value for the key",
    "To be found again, every record needs a value in every field of the key.",
    "Choose another key, or fill the field.",
  ),
  IndexNotFoundError: words(
    "no-key-index",
    "The key's index is not there",
    "The index by which records find their documents was never made, or was dropped with the table.",
    "Start the import again: it makes the index.",
  ),
  IndexBackfillingError: words(
    "key-index-building",
    "The key's index is still being built",
    "Until it is ready, records cannot find their documents.",
    "Wait until the index is ready.",
  ),
  FieldNotInIndex: words(
    "other-key",
    "The table is indexed by another key",
    "The index was made for other fields than those of this import.",
    "Start the import again: it makes the index anew.",
  ),
  InvalidIndexRange: words(
    "other-key",
    "The table is indexed by another key",
    "The index was made for other fields, or the same ones in another order.",
    "Start the import again: it makes the index anew.",
  ),
  InvalidPrimaryKey: words(
    "bad-key",
    "These fields cannot be a key",
    "Fields of a key must be named with letters, digits and underscores, and each only once.",
    "Choose other fields, or rename them.",
  ),
  IndexFieldNameReserved: words(
    "bad-key",
    "These fields cannot be a key",
    "Names that begin with an underscore are the deployment's own.",
    "Choose other fields.",
  ),
  MissingIndex: words(
    "no-key-index",
    "The key's index is not there",
    "The index by which records find their documents was never made, or was dropped with the table.",
    "Start the import again: it makes the index.",
  ),
  SchemaEnforcementError: words(
    "schema-violated",
    "A record does not fit the declared schema",
    "The app declares what a document of this table looks like, and a record differs.",
    "Mend the columns' names or types, or the schema.",
  ),
  ValueTooLargeError: words(
    "value-too-large",
    "A record is too large",
    "A document holds at most 1 MiB.",
    "Leave out the record, or columns of it.",
  ),
  TooManyFieldsError: words(
    "too-many-fields",
    "A record has too many fields",
    "An object holds at most 1024 fields.",
    "Leave out columns.",
  ),
  ArrayTooLong: words(
    "array-too-long",
    "A record has too long a list",
    "A list holds at most 8192 values.",
    "Leave out the record or the column.",
  ),
  TooNestedError: words(
    "too-nested",
    "A record is nested too deeply",
    "Values nest at most 64 levels, and 16 when they are stored.",
    "Leave out the record or the column.",
  ),
  InvalidImport: words(
    "index-in-the-way",
    "The table cannot be emptied yet",
    "One of its indexes is still being built.",
    later,
  ),
  OptimisticConcurrencyControlFailure: words(
    "conflict",
    "Other writes came in between",
    "What this read or wrote was changed by others, each time the deployment tried again.",
    later,
  ),
  TooManyConcurrentRequests: words(
    "too-busy",
    "The deployment is busy",
    "It runs as many functions at once as it may.",
    later,
  ),
  TooManyWrites: words(
    "too-many-writes",
    "Too much is written at once",
    "The deployment writes only so many bytes a second.",
    later,
  ),
  ClientVersionUnsupported: words(
    "version-refused",
    "The deployment does not speak with this version",
    "It answers newer versions of this program only.",
    "Update the dashboard.",
  ),
  SystemFunctionFailed: words(
    "system-function-failed",
    "The deployment’s own function failed",
    "A function that comes with every deployment did not give what it should: it is of another version, or the key may not call it.",
    "Connect with a key that may do everything, or go on without.",
  ),
};
