import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";
import { keptDocuments } from "./use-walker.ts";
import type { WalkerState } from "./walker.ts";

/** Below the grid: what was read of the table, since reading is billed, and whether that was all. */
export function WalkCounters(props: { state: WalkerState }) {
  const { walk, isReading } = props.state;
  const documents = walk.rows === 1 ? "document" : "documents";
  const pages = walk.requests === 1 ? "page" : "pages";
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 border-t border-line px-4 py-1 text-12 text-ink-2">
      <span>
        <span className="font-medium text-ink">{formatCount(walk.rows)}</span> {documents} read
      </span>
      <span className="text-quiet">
        {formatCount(walk.requests)} {pages}, {formatBytes(walk.received)}
      </span>
      <span role="status" className="text-quiet">
        {walk.isEnded
          ? "The end of the table was reached"
          : isReading
            ? "Reading…"
            : walk.requests > 0 && "More is read as you scroll"}
      </span>
      {walk.rows > keptDocuments && (
        <span className="text-quiet">
          {formatCount(keptDocuments)} are kept at once; others are read again, at the same instant, when you
          scroll to them
        </span>
      )}
    </div>
  );
}
