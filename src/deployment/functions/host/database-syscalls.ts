import type { Limits } from "#deployment/functions/limits.ts";
import { printValue } from "#deployment/http/print-value.ts";
import type { IndexedDocument, StoredDocument, Transaction } from "#deployment/store/transaction.ts";
import { decodeObject, decodeValue, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";
import { decodeDocumentId } from "#values/document-id.ts";
import type { Json, JsonObject } from "#values/json.ts";
import { decodeMaybe } from "./filter-expression.ts";
import { queryPage, type PageRequest } from "./query-page.ts";
import {
  queryDocuments,
  sourceOf,
  wholeDocument,
  type IndexFields,
  type SerializedQuery,
} from "./query-stream.ts";
import { exceededLimit } from "./transaction-limits.ts";
import { userFields } from "./user-fields.ts";
import { writtenIds } from "./written-ids.ts";

interface Stream {
  readonly documents: Iterator<IndexedDocument>;
  /** The ids of the last batch, to read again what the function gave back. */
  sent: readonly string[];
}

interface Settings {
  readonly transaction: Transaction;
  readonly canWrite: boolean;
  readonly indexFields: IndexFields;
  readonly limits: Limits;
}

type Syscall = (args: JsonObject) => string;

/**
 * The database side of `ctx.db`: each asynchronous call of one invocation, answered from its transaction.
 * Answers are JSON text in the encoded form. What goes wrong is thrown as an Error with the server's words.
 */
export class DatabaseSyscalls {
  readonly #transaction: Transaction;
  readonly #settings: Settings;
  readonly #streams = new Map<number, Stream>();
  readonly #syscalls: Readonly<Record<string, Syscall>>;
  #hasPaginated = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#transaction = settings.transaction;
    this.#syscalls = {
      "1.0/get": (args) => this.#get(args),
      "1.0/queryStreamNext": (args) => this.#next(args),
      "1.0/queryPage": (args) => this.#page(args),
      "1.0/count": (args) => printValue(this.#transaction.count(text(args, "table")), "encoded"),
      ...(settings.canWrite && {
        "1.0/insert": (args) => this.#insert(args),
        "1.0/shallowMerge": (args) => this.#patch(args),
        "1.0/replace": (args) => this.#replace(args),
        "1.0/remove": (args) => this.#remove(args),
      }),
    };
  }

  /** Whether this is a call that the database answers. */
  answers(op: string): boolean {
    return op in this.#syscalls;
  }

  call(op: string, args: JsonObject): string {
    const answer = this.#syscalls[op]?.(args);
    if (answer === undefined) throw new Error(`Unknown async operation ${op}`);
    const exceeded = exceededLimit(this.#transaction.usage, this.#settings.limits);
    if (exceeded !== undefined) throw new Error(exceeded);
    return answer;
  }

  #get(args: JsonObject): string {
    const id = text(args, "id");
    this.#checkId(id, args, "get");
    return printDocument(this.#transaction.get(id));
  }

  #next(args: JsonObject): string {
    const queryId = Number(args["queryId"]);
    const stream = this.#stream(queryId, args);
    const values: string[] = [];
    const sent: string[] = [];
    const add = (stored: StoredDocument): void => {
      sent.push(stored.id);
      values.push(printDocument(stored));
    };
    const unread = Number(args["unread"]);
    for (const id of unread === 0 ? [] : stream.sent.slice(-unread)) {
      const stored = this.#transaction.get(id);
      if (stored !== null) add(stored);
    }
    const max = Math.max(Number(args["max"]), sent.length);
    let isDone = false;
    while (values.length < max && !isDone) {
      const next = stream.documents.next();
      if (next.done === true) isDone = true;
      else add(next.value);
    }
    stream.sent = sent;
    return `{"values":[${values.join(",")}],"done":${isDone}}`;
  }

  #stream(queryId: number, args: JsonObject): Stream {
    const known = this.#streams.get(queryId);
    if (known !== undefined) return known;
    const query = args["query"] as unknown as SerializedQuery;
    const source = sourceOf(query, this.#settings.indexFields);
    const stream: Stream = {
      documents: queryDocuments(this.#transaction, writtenIds(this.#transaction), query, source),
      sent: [],
    };
    this.#streams.set(queryId, stream);
    return stream;
  }

  #page(args: JsonObject): string {
    if (this.#hasPaginated) {
      throw new Error(
        "This query or mutation function ran multiple paginated queries. Convex only supports a single paginated query in each function.",
      );
    }
    this.#hasPaginated = true;
    const page = queryPage(this.#transaction, args as unknown as PageRequest, this.#settings.indexFields);
    const documents = page.documents.map(printDocument).join(",");
    const cursor = JSON.stringify(page.continueCursor);
    return `{"page":[${documents}],"isDone":${page.isDone},"continueCursor":${cursor},"splitCursor":null,"pageStatus":null}`;
  }

  #insert(args: JsonObject): string {
    const table = text(args, "table");
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(table) || table.length > 64) {
      throw new Error(
        `Invalid table name ${table}: Identifiers must start with a letter and can only contain letters, digits, and underscores.`,
      );
    }
    const fields = decodeObjectOrThrow(args["value"] ?? null, "insert");
    return JSON.stringify({ _id: this.#transaction.insert(table, userFields(fields)) });
  }

  #patch(args: JsonObject): string {
    const id = text(args, "id");
    this.#checkId(id, args, "patch");
    const stored = this.#transaction.get(id);
    if (stored === null) throw new Error(`Update on nonexistent document ID ${id}`);
    const merged: Record<string, ConvexValue> = { ...wholeDocument(stored) };
    for (const [field, json] of Object.entries(args["value"] as JsonObject)) {
      const value = decodeMaybe(json);
      if (value === undefined) delete merged[field];
      else merged[field] = value;
    }
    writtenIds(this.#transaction).add(id);
    this.#transaction.replace(id, userFields(merged, stored));
    return "{}";
  }

  #replace(args: JsonObject): string {
    const id = text(args, "id");
    this.#checkId(id, args, "replace");
    const stored = this.#transaction.get(id);
    if (stored === null) throw new Error(`Replace on nonexistent document ID ${id}`);
    writtenIds(this.#transaction).add(id);
    this.#transaction.replace(id, userFields(decodeObjectOrThrow(args["value"] ?? null, "replace"), stored));
    return "{}";
  }

  #remove(args: JsonObject): string {
    const id = text(args, "id");
    this.#checkId(id, args, "delete");
    const stored = this.#transaction.get(id);
    if (stored === null) throw new Error(`Delete on nonexistent document ID ${id}`);
    writtenIds(this.#transaction).add(id);
    this.#transaction.remove(id);
    return printDocument(stored);
  }

  /** An id must be well-formed and, where the function names a table, be of that table. */
  #checkId(id: string, args: JsonObject, method: string): void {
    try {
      decodeDocumentId(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "";
      throw new Error(`Invalid argument \`id\` for \`db.${method}\`: ${reason}`);
    }
    const named = args["table"];
    if (typeof named !== "string") return;
    const actual = this.#transaction.tableOf(id);
    if (actual !== null && actual !== named) {
      throw new Error(
        `Invalid argument \`id\` for \`db.${method}\`, expected ID in table '${named}' but got ID in table '${actual}'`,
      );
    }
  }
}

function text(args: JsonObject, name: string): string {
  const value = args[name];
  if (typeof value !== "string") throw new Error(`Invalid argument \`${name}\`: expected a string`);
  return value;
}

function printDocument(stored: StoredDocument | null): string {
  return stored === null ? "null" : printValue(wholeDocument(stored), "encoded");
}

function decodeObjectOrThrow(json: Json, method: string): ConvexObject {
  const value = decodeValue(json);
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  if (!isObject || typeof value !== "object") {
    throw new Error(`Invalid argument \`value\` for \`db.${method}\`: Value must be an Object`);
  }
  return decodeObject(json as JsonObject);
}
