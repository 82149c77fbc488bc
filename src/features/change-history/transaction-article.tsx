import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { dataPlace } from "#places/data-place.ts";
import { Instant } from "#parts/instant.tsx";
import { PlaceLink } from "#parts/place-link.tsx";
import { TimestampDigits } from "#parts/timestamp-digits.tsx";
import { Button } from "#ui/button.tsx";
import { cx } from "#ui/cx.ts";
import { formatCount } from "#ui/format-count.ts";
import { ChangeMark } from "./change-mark.tsx";
import { ChangeRow } from "./change-row.tsx";
import type { Transaction } from "./change.ts";
import { summary, type SummaryPart } from "./summary.ts";

/** A transaction of an import may hold thousands. */
const shownAtFirst = 20;
const partsShown = 6;

/** A transaction: one line, and when it is open its changes. */
export function TransactionArticle(props: {
  transaction: Transaction;
  /** From 1. */
  position: number;
  total: number;
  isOpen: boolean;
  /** Whether its button is the one that Tab reaches. */
  isStop: boolean;
  onTurn: () => void;
}) {
  const { transaction, isOpen } = props;
  const { ts, changes } = transaction;
  const id = useId();
  const [shown, setShown] = useState(shownAtFirst);
  // An import's transaction holds thousands of changes, and scrolling draws it again and again.
  const parts = useMemo(() => summary(transaction), [transaction]);
  const table = changes[0];
  const Turn = isOpen ? ChevronDown : ChevronRight;
  return (
    <article
      aria-labelledby={id}
      aria-posinset={props.position}
      aria-setsize={props.total}
      className={cx("border-b border-line", isOpen && "pb-2")}
    >
      <div className={cx("flex h-13 items-center pr-4 sm:h-8", isOpen ? "bg-selected" : "hover:bg-hover")}>
        <button
          id={id}
          type="button"
          data-transaction={ts.toString()}
          aria-expanded={isOpen}
          tabIndex={props.isStop ? 0 : -1}
          onClick={props.onTurn}
          className="focus-inset flex h-full min-w-0 grow flex-wrap content-center items-center gap-x-3 gap-y-1 overflow-hidden px-4 text-left text-12 sm:flex-nowrap"
        >
          <Turn size={14} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-2" />
          <span className="w-44 shrink-0 max-sm:w-auto">
            <Instant at={ts} milliseconds />
          </span>
          <TimestampDigits ts={ts} className="value w-40 shrink-0 text-quiet max-lg:hidden" />
          <span className="flex min-w-0 items-center gap-3 overflow-hidden max-sm:basis-full max-sm:pl-6.5">
            {parts.slice(0, partsShown).map((part) => (
              <Part key={`${part.kind} ${part.table}`} part={part} />
            ))}
            {parts.length > partsShown && <span className="text-quiet">…</span>}
          </span>
        </button>
        {isOpen && table !== undefined && (
          <PlaceLink
            place={dataPlace}
            search={{
              table: table.table === "" ? undefined : table.table,
              component: table.component === "" ? undefined : table.component,
              at: ts.toString(),
              document: undefined,
            }}
            className="link mr-3 shrink-0 text-12"
          >
            Data as of this
          </PlaceLink>
        )}
        <span className="shrink-0 text-12 text-quiet max-sm:hidden">
          {formatCount(changes.length)} {changes.length === 1 ? "change" : "changes"}
        </span>
      </div>
      {isOpen && (
        <>
          <TimestampDigits ts={ts} className="value block px-10.5 pt-1 text-quiet lg:hidden" />
          <ul aria-label="Changes of this transaction" className="px-10.5 pt-1 max-sm:px-4">
            {changes.slice(0, shown).map((change) => (
              <ChangeRow key={`${change.table}/${change.id}`} change={change} />
            ))}
          </ul>
          {changes.length > shown && (
            <div className="px-10.5 pt-1 max-sm:px-4">
              <Button size="small" onClick={() => setShown(shown + 10 * shownAtFirst)}>
                {`Show more of ${formatCount(changes.length)}`}
              </Button>
            </div>
          )}
        </>
      )}
    </article>
  );
}

function Part(props: { part: SummaryPart }) {
  const { kind, table, count, fields } = props.part;
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-1.5 last:shrink">
      <ChangeMark kind={kind} />
      <span className={cx("shrink-0", kind === "deleted" && "text-bad")}>
        {table === "" ? "a document" : table}
      </span>
      {count > 1 && <span className="value text-quiet">{formatCount(count)}</span>}
      {fields.length > 0 && <span className="value truncate text-quiet">{fields.join(", ")}</span>}
    </span>
  );
}
