import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from "react";
import { latestCommitQuery } from "#api/queries.ts";
import { asDocumentId, type Document } from "#values/document.ts";
import { parseTimestamp } from "#values/timestamp.ts";
import { dataPlace } from "#places/data-place.ts";
import { PageProblem } from "#parts/page-problem.tsx";
import { useClient } from "#parts/use-client.tsx";
import { usePlace } from "#parts/use-place.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { formatCount } from "#ui/format-count.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import { AsOfBar } from "./as-of-bar.tsx";
import { compactFields } from "./compact-fields.ts";
import { DocumentLine } from "./document-line.tsx";
import { DocumentPane } from "./document-pane.tsx";
import { gridColumns } from "./grid-columns.tsx";
import { NoDocuments } from "./no-documents.tsx";
import { SnapshotProblem } from "./snapshot-problem.tsx";
import { useIdLinks } from "./use-id-links.tsx";
import { useWalker } from "./use-walker.ts";
import { documentAt, rowOf } from "./walk.ts";
import { WalkCounters } from "./walk-counters.tsx";

/** How many bars stand for rows before the first page is here. */
const skeletonRows = 24;

/** One table at one instant: what instant, the documents, what was read of them, and the one that is open. */
export function TableView(props: {
  table: string;
  component: string;
  /** Fields known before the first page is, for the headings. */
  fields: readonly string[];
  /** False when the deployment is known not to have the table now. */
  exists: boolean;
  /** Brings the list of tables where it has no pane of its own. */
  opener: ReactNode;
}) {
  const { table, component } = props;
  const client = useClient();
  const cache = useQueryClient();
  const [place, go] = usePlace(dataPlace);
  const narrow = useNarrow();
  const held = place.at === undefined ? undefined : parseTimestamp(place.at);
  const { walker, state, before, renew } = useWalker(table, component, held);
  const { data: latest } = useQuery(latestCommitQuery(client));

  const isFirst = state.walk.requests === 0;
  const isStale = isFirst && state.error === undefined && before !== undefined && before.rows > 0;
  const walk = isStale ? before : state.walk;
  const isWaiting = walk.rows === 0 && !walk.isEnded;

  const open = useCallback(
    (document: Document | undefined, replace = false) =>
      go({ ...place, document: document?.id }, { replace }),
    [go, place],
  );
  const renderId = useIdLinks(walk, component, place.at);
  const headings = walk.columns.length > 0 ? walk.columns : undefined;
  const columns = useMemo(
    () =>
      gridColumns(
        headings ?? props.fields.map((field) => ({ field, kinds: [], length: 12 })),
        renderId,
        open,
      ),
    [headings, props.fields, renderId, open],
  );
  const compact = useMemo(() => compactFields(walk.columns), [walk.columns]);
  const rowAt = useCallback((index: number) => documentAt(walk, index), [walk]);
  const onRange = useCallback((first: number, last: number) => walker.look({ first, last }), [walker]);

  const wanted = place.document === undefined ? undefined : asDocumentId(place.document);
  useEffect(() => walker.seek(wanted), [walker, wanted]);
  const row = useMemo(() => (wanted === undefined ? undefined : rowOf(walk, wanted)), [walk, wanted]);

  const goNow = () => {
    if (held !== undefined) go({ ...place, at: undefined });
    renew();
    // The counts beside the tables are of now, too.
    void cache.invalidateQueries({ queryKey: [client.id, "tableSize"] });
  };
  const hold = () => go({ ...place, at: state.walk.snapshot?.toString() });
  const body = useRef<HTMLDivElement>(null);
  const closeDocument = () => {
    open(undefined);
    body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  const hasFailed = state.error !== undefined && walk.rows === 0;
  const isEmpty = walk.isEnded && walk.rows === 0;

  return (
    <>
      <header className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line px-4 py-1.5">
        {props.opener}
        <h1 className="min-w-0 truncate text-14 font-semibold" title={table}>
          {table}
        </h1>
        <span className="shrink-0 text-12 text-quiet">
          {component !== "" && `in ${component} `}
          {state.walk.isEnded && `${formatCount(walk.rows)} ${walk.rows === 1 ? "document" : "documents"}`}
        </span>
      </header>
      <AsOfBar
        table={table}
        component={component}
        snapshot={state.walk.snapshot ?? held}
        isHeld={held !== undefined}
        latest={latest?.ts}
        onHold={hold}
        onNow={goNow}
      />
      <div ref={body} className="flex min-h-0 grow">
        <div className="flex min-w-0 grow flex-col">
          {hasFailed ? (
            <div className="min-h-0 grow overflow-y-auto">
              <SnapshotProblem
                error={state.error}
                latest={latest?.ts}
                onRetry={walker.retry}
                onNow={goNow}
                onRenew={renew}
              />
            </div>
          ) : isEmpty ? (
            <NoDocuments table={table} component={component} exists={props.exists} fields={props.fields} />
          ) : (
            <DataGrid<Document>
              key={`${component}/${table}`}
              label="Documents"
              columns={columns}
              rowCount={isWaiting ? skeletonRows : walk.rows}
              total={walk.isEnded ? walk.rows : undefined}
              rowAt={rowAt}
              onRangeChange={onRange}
              selected={row}
              onOpen={(index) => open(documentAt(walk, index))}
              onEscape={() => open(undefined)}
              compactRow={
                narrow
                  ? (document) => (
                      <DocumentLine document={document} fields={compact} renderId={renderId} onOpen={open} />
                    )
                  : undefined
              }
              numbered
              stale={isStale}
            />
          )}
          {!hasFailed && state.error !== undefined && (
            <PageProblem title="The next page could not be read" error={state.error} onRetry={walker.retry} />
          )}
          {!hasFailed && <WalkCounters state={state} />}
        </div>
        {wanted !== undefined && !hasFailed && (
          <DocumentPane
            id={wanted}
            row={row}
            walk={walk}
            isSeeking={state.sought !== undefined && state.isReading}
            table={table}
            component={component}
            renderId={renderId}
            onGo={(index) => open(documentAt(walk, index), true)}
            onClose={closeDocument}
            onSeek={(on) => walker.seek(on ? wanted : undefined)}
          />
        )}
      </div>
    </>
  );
}
