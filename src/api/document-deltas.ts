import type { Delta } from "#values/document.ts";
import { asTimestamp, type Timestamp } from "#values/timestamp.ts";
import { decodeDelta } from "./decode-document.ts";
import { asArray, asBoolean, asInteger, asObject, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";
import { isOfTable, type TableSelection } from "./table-selection.ts";
import { withFormat } from "./value-format.ts";

export interface DeltasRequest extends TableSelection {
  /** Exclusive, ns: what was committed after it. Only ever one that the deployment gave. */
  readonly cursor: Timestamp;
  readonly signal?: AbortSignal | undefined;
}

/** A page may be empty with `hasMore` true: the deployment reads a bounded piece of its whole log for each. */
export interface DeltasPage {
  readonly deltas: readonly Delta[];
  readonly cursor: Timestamp;
  readonly hasMore: boolean;
}

/** Every revision since a moment, in the order of commits (HTTP API: document_deltas). Throws ProblemError. */
export function documentDeltas(sender: Sender, request: DeltasRequest): Promise<DeltasPage> {
  return withFormat(async (format) => {
    const reply = await send(sender, {
      method: "GET",
      path: "/api/document_deltas",
      query: {
        cursor: request.cursor.toString(),
        tableName: request.tableName,
        component: request.component,
        format,
      },
      caller: "key",
      repeat: "on-trouble",
      signal: request.signal,
    });
    return decodeAnswer(reply, (json) => {
      const page = asObject(json, "The page");
      return {
        deltas: asArray(page["values"], "values")
          .map(decodeDelta)
          .filter((row) => isOfTable(row, request)),
        cursor: asTimestamp(asInteger(page["cursor"], "cursor")),
        hasMore: asBoolean(page["hasMore"], "hasMore"),
      };
    });
  });
}
