import type { Document } from "#values/document.ts";
import { asTimestamp, type Timestamp } from "#values/timestamp.ts";
import { decodeDocument } from "./decode-document.ts";
import { asArray, asBoolean, asInteger, asObject, asString, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";
import { isOfTable, type TableSelection } from "./table-selection.ts";
import { withFormat } from "./value-format.ts";

export interface SnapshotRequest extends TableSelection {
  /** The instant to read at, ns; absent: the latest commit. Always the same one on all pages of a walk. */
  readonly snapshot?: Timestamp | undefined;
  /** From the page before. */
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A page may be short, or empty with `hasMore` true: only `hasMore` tells the end. */
export interface SnapshotPage {
  readonly documents: readonly Document[];
  readonly snapshot: Timestamp;
  /** Opaque; undefined on the last page. */
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
}

/** Documents at one instant (HTTP API: list_snapshot). Throws ProblemError. */
export function listSnapshot(sender: Sender, request: SnapshotRequest): Promise<SnapshotPage> {
  return withFormat(async (format) => {
    const reply = await send(sender, {
      method: "GET",
      path: "/api/list_snapshot",
      query: {
        tableName: request.tableName,
        component: request.component,
        snapshot: request.snapshot?.toString(),
        cursor: request.cursor,
        format,
      },
      caller: "key",
      repeat: "on-trouble",
      signal: request.signal,
    });
    return decodeAnswer(reply, (json) => {
      const page = asObject(json, "The page");
      const cursor = page["cursor"] ?? null;
      return {
        documents: asArray(page["values"], "values")
          .map(decodeDocument)
          .filter((row) => isOfTable(row, request)),
        snapshot: asTimestamp(asInteger(page["snapshot"], "snapshot")),
        cursor: cursor === null ? undefined : asString(cursor, "cursor"),
        hasMore: asBoolean(page["hasMore"], "hasMore"),
      };
    });
  });
}
