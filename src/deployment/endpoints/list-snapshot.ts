import type { Context } from "#deployment/context.ts";
import { recordText, withLeading } from "#deployment/export/print-record.ts";
import { requireExport } from "#deployment/export/require-export.ts";
import { selectionOf, type Selection } from "#deployment/export/selection.ts";
import { selectorBody, selectorQuery } from "#deployment/export/selector.ts";
import {
  readSnapshotCursor,
  printSnapshotCursor,
  type SnapshotCursor,
} from "#deployment/export/snapshot-cursor.ts";
import { int64, optional, struct, text } from "#deployment/http/body-decoder.ts";
import type { Endpoint } from "#deployment/http/endpoint.ts";
import { bodyLimits, readBody } from "#deployment/http/read-body.ts";
import { readQuery } from "#deployment/http/read-query.ts";
import { badRequest, internalError } from "#deployment/http/refusal.ts";
import { jsonReply } from "#deployment/http/reply.ts";
import { valueFormat } from "#deployment/http/value-format.ts";
import { compareBytes, type Tablet } from "#deployment/store/catalogue.ts";
import type { SnapshotPage } from "#deployment/store/store.ts";

interface Arguments {
  readonly snapshot?: bigint | undefined;
  readonly cursor?: string | undefined;
  readonly format?: string | undefined;
}

const bodyArguments = struct("ListSnapshotArgs", {
  snapshot: optional(int64),
  cursor: optional(text),
  format: optional(text),
  ...selectorBody,
});

/** HTTP API: list_snapshot. One page of all documents as of a timestamp: one table, by id. */
export const listSnapshot: Endpoint = {
  path: "/api/list_snapshot",
  methods: {
    async GET(request, context) {
      const query = readQuery(request, { snapshot: "int64", cursor: "text", format: "text" });
      requireExport(await context.caller(request), context, "list_snapshot");
      return answer(query, selectorQuery(request), context);
    },
    async POST(request, context) {
      const caller = await context.caller(request);
      const body = await readBody(request, bodyArguments, bodyLimits.others);
      requireExport(caller, context, "list_snapshot");
      return answer(body, body, context);
    },
  },
};

function answer(args: Arguments, selector: Parameters<typeof selectionOf>[0], context: Context): Response {
  const { store, settings } = context;
  const selection = settings.ignoresTableName ? selectionOf({}) : selectionOf(selector);
  const cursor = args.cursor === undefined ? undefined : readSnapshotCursor(args.cursor);
  const snapshot = checkedSnapshot(args.snapshot, context);
  const tablets = store.tabletsAt(snapshot).filter(({ component, name }) => {
    return selection.columns(component, name) !== undefined;
  });
  const tablet = tablets.find(({ uid }) => cursor === undefined || compareBytes(uid, cursor.tablet) >= 0);
  if (tablet === undefined) return page("", snapshot, null);
  const isSame = cursor !== undefined && compareBytes(tablet.uid, cursor.tablet) === 0;
  const afterId = isSame ? cursor.id : null;
  const documents = store.snapshotPage(tablet, afterId, snapshot, settings.pageSize.listSnapshot);
  const next = nextCursor(tablet, documents, tablets);
  const format = valueFormat(args.format);
  return page(values(tablet, documents, selection, format), snapshot, next);
}

/** Within a table behind its last id; at the end of one at the start of the next one. */
function nextCursor(
  tablet: Tablet,
  { lastId }: SnapshotPage,
  tablets: readonly Tablet[],
): SnapshotCursor | null {
  if (lastId !== null) return { tablet: tablet.uid, number: tablet.number, id: lastId };
  const next = tablets[tablets.indexOf(tablet) + 1];
  return next === undefined ? null : { tablet: next.uid, number: next.number, id: null };
}

function values(
  tablet: Tablet,
  { documents }: SnapshotPage,
  selection: Selection,
  format: ReturnType<typeof valueFormat>,
): string {
  const { component, name } = tablet;
  const columns = selection.columns(component, name) ?? "all";
  const place = `"_component":${JSON.stringify(component)},"_table":${JSON.stringify(name)}`;
  return documents
    .map(({ ts, value }) => withLeading(`${place},"_ts":${ts}`, recordText(value ?? "{}", format, columns)))
    .join(",");
}

function page(values: string, snapshot: bigint, cursor: SnapshotCursor | null): Response {
  const next = cursor === null ? "null" : JSON.stringify(printSnapshotCursor(cursor));
  return jsonReply(
    `{"values":[${values}],"snapshot":${snapshot},"cursor":${next},"hasMore":${cursor !== null}}`,
  );
}

function checkedSnapshot(asked: bigint | undefined, { store, settings }: Context): bigint {
  const latest = store.latestTs();
  if (asked === undefined) return latest;
  if (asked < 0n) throw internalError();
  if (asked > latest) throw badRequest("SnapshotTooNew", `Snapshot value ${asked} is in the future.`);
  if (asked < settings.clock.now() - settings.retention.listSnapshot) {
    throw badRequest("SnapshotTooOld", `Snapshot value ${asked} is too far in the past.`);
  }
  return asked;
}
