import type { Document } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { historyPlace } from "#places/history-place.ts";
import { Instant } from "#parts/instant.tsx";
import { PlaceLink } from "#parts/place-link.tsx";
import { TimestampDigits } from "#parts/timestamp-digits.tsx";
import type { Column } from "./columns.ts";

/** Below a document: the fields that others of its table have and it has not, and when it was last changed. */
export function DocumentOrigin(props: { document: Document; columns: readonly Column[] }) {
  const { document } = props;
  const unset = props.columns.filter(({ field }) => !Object.hasOwn(document.fields, field));
  return (
    <div className="flex shrink-0 flex-col gap-1 border-t border-line px-4 py-2.5 text-12">
      {unset.length > 0 && (
        <p className="max-h-20 overflow-y-auto text-quiet">
          Unset: <span className="value">{unset.map(({ field }) => field).join(", ")}</span>
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-quiet">Last change</span>
        <Instant at={document.ts} milliseconds />
        <TimestampDigits ts={document.ts} />
      </p>
      <p>
        <PlaceLink
          place={historyPlace}
          search={{
            table: document.table,
            component: document.component === "" ? undefined : document.component,
            // A cursor excludes its own moment, and this change shall be the first that is shown.
            since: asTimestamp(document.ts - 1n).toString(),
            kind: undefined,
            document: document.id,
          }}
        >
          Its changes from here on
        </PlaceLink>
      </p>
    </div>
  );
}
