import type { DocumentId } from "#values/document.ts";
import { historyPlace } from "#places/history-place.ts";
import { PlaceLink } from "#parts/place-link.tsx";
import { buttonClass } from "#ui/button-class.ts";
import { Button } from "#ui/button.tsx";
import { formatCount } from "#ui/format-count.ts";
import { Progress } from "#ui/progress.tsx";
import { hasPassed, type Walk } from "./walk.ts";

/** In the place of a document that is not among those read so far: pages are read until it is, or cannot be. */
export function SoughtDocument(props: {
  id: DocumentId;
  walk: Walk;
  table: string;
  component: string;
  isSeeking: boolean;
  onSeek: (on: boolean) => void;
}) {
  const { id, walk, table, component, isSeeking } = props;
  const read = `${formatCount(walk.rows)} ${walk.rows === 1 ? "document" : "documents"} read`;
  if (walk.isEnded || hasPassed(walk, id)) {
    return (
      <div className="flex flex-col items-start gap-3 p-4">
        <p role="status" className="text-13">
          <span className="font-medium">{table} had no such document at this instant.</span>{" "}
          <span className="text-ink-2">It may have been deleted before, or inserted later.</span>
        </p>
        <PlaceLink
          place={historyPlace}
          search={{
            table,
            component: component === "" ? undefined : component,
            since: undefined,
            kind: undefined,
            document: id,
          }}
          className={buttonClass()}
        >
          Look for it in History
        </PlaceLink>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p className="text-13">
        {isSeeking
          ? "Documents can only be read page by page, so pages are read until it is found."
          : "It is not among the documents read so far."}
      </p>
      {isSeeking && <Progress label="Looking for the document" valueText={read} className="w-full" />}
      <div className="flex items-center gap-3">
        <Button onClick={() => props.onSeek(!isSeeking)}>{isSeeking ? "Stop" : "Read on"}</Button>
        <span className="text-12 text-quiet">{read}</span>
      </div>
    </div>
  );
}
