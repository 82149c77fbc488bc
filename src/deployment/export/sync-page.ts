import { decodeHex, encodeHex } from "#deployment/http/hex.ts";
import type { Tablet } from "#deployment/store/catalogue.ts";
import type { Revision } from "#deployment/store/revisions.ts";
import type { Store } from "#deployment/store/store.ts";
import { encodeDocumentId } from "#values/document-id.ts";
import { recordText } from "./print-record.ts";
import type { Selection } from "./selection.ts";
import type { SyncCursor } from "./sync-cursor.ts";

export interface SyncPage {
  readonly status: "snapshotting" | "stale" | "upToDate";
  /** As of when (ns) all that was delivered is whole. */
  readonly snapshotTs: bigint;
  readonly truncates: readonly Tablet[];
  readonly values: readonly string[];
  readonly next: SyncCursor;
}

/**
 * The next page of a data sync: first every table in turn, as of the moment the sync began; then the log; and whenever
 * a table has been replaced, a truncate and that table anew.
 */
export function syncPage(store: Store, cursor: SyncCursor, selection: Selection, limit: number): SyncPage {
  const isWanted = ({ component, name }: Tablet): boolean => selection.columns(component, name) !== undefined;
  const tablets = store.tabletsAt(store.latestTs()).filter(isWanted);
  const fresh = tablets.filter(({ key }) => !cursor.tablets.includes(key));
  if (cursor.walk === null && fresh.length === 0) return logPage(store, cursor, selection, limit);
  return walkPage(store, cursor, selection, limit, tablets);
}

/** Tables nobody has walked yet, one a page; the log waits until all have been. */
function walkPage(
  store: Store,
  cursor: SyncCursor,
  selection: Selection,
  limit: number,
  tablets: readonly Tablet[],
): SyncPage {
  const known = new Set(cursor.tablets);
  const current =
    tablets.find(({ key }) => key === cursor.walk?.tablet) ?? tablets.find(({ key }) => !known.has(key));
  if (current === undefined) return logPage(store, { ...cursor, walk: null }, selection, limit);
  const isStart = cursor.walk?.tablet !== current.key;
  const id = isStart ? null : (cursor.walk?.id ?? null);
  const afterId = id === null ? null : (decodeHex(id) ?? null);
  // A document that changes during the walk comes again with the log, so the newest state will do.
  const page = store.snapshotPage(current, afterId, store.latestTs(), limit);
  const walked = page.lastId === null ? [...cursor.tablets, current.key] : cursor.tablets;
  const walk = page.lastId === null ? null : { tablet: current.key, id: encodeHex(page.lastId) };
  const columns = selection.columns(current.component, current.name) ?? "all";
  return {
    status: "snapshotting",
    snapshotTs: cursor.ts,
    truncates: isStart ? [current] : [],
    values: page.documents.map((revision) => valueText(revision, current, columns)),
    next: { ...cursor, tablets: walked, walk },
  };
}

function logPage(store: Store, cursor: SyncCursor, selection: Selection, limit: number): SyncPage {
  const rows = store.logAfter(cursor.ts, limit);
  const last = rows.length < limit ? undefined : rows.at(-1)?.ts;
  const hasMore = last !== undefined && store.logAfter(last, 1).length > 0;
  const ts = last ?? store.latestTs();
  const values: string[] = [];
  for (const row of rows) {
    const tablet = store.tablet(row.tablet);
    if (tablet === undefined || tablet.untilTs !== null) continue;
    const columns = selection.columns(tablet.component, tablet.name);
    if (columns !== undefined && cursor.tablets.includes(tablet.key))
      values.push(valueText(row, tablet, columns));
  }
  return {
    status: hasMore ? "stale" : "upToDate",
    snapshotTs: ts,
    truncates: [],
    values,
    next: { ...cursor, ts, walk: null },
  };
}

function valueText(
  { ts, id, value }: Revision,
  { component, name, number }: Tablet,
  columns: Parameters<typeof recordText>[2],
): string {
  const record =
    value === null
      ? `{"_id":"${encodeDocumentId({ tableNumber: number, internalId: id })}"}`
      : recordText(value, "export", columns);
  const place = `"component":${JSON.stringify(component)},"table":${JSON.stringify(name)}`;
  return `{${place},"ts":${ts},"deleted":${value === null},"value":${record}}`;
}
