import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "#ui/button.tsx";
import { formatCount } from "#ui/format-count.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import type { Timestamp } from "#values/timestamp.ts";
import type { Transaction } from "./change.ts";
import { TransactionArticle } from "./transaction-article.tsx";

/** Transactions, the newest first. What comes while one reads further down waits above until it is asked for. */
export function ChangeFeed(props: {
  /** The oldest first. */
  transactions: readonly Transaction[];
  /** More are being read. */
  isBusy: boolean;
}) {
  const { transactions } = props;
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  // The newest transaction when reading away from the top began.
  const [heldAt, setHeldAt] = useState<Timestamp>();
  const [open, setOpen] = useState<ReadonlySet<Timestamp>>(() => new Set());
  const [stop, setStop] = useState<Timestamp>();

  const shown = heldAt === undefined ? transactions.length : countUpTo(transactions, heldAt);
  const waiting = transactions.length - shown;
  const at = (index: number) => transactions[shown - 1 - index];

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: shown,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? 53 : 33),
    getItemKey: (index) => at(index)?.ts.toString() ?? index,
    overscan: 8,
    useFlushSync: false,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, narrow]);

  const onScroll = () => {
    const isAtTop = (scroller.current?.scrollTop ?? 0) < 8;
    setHeldAt((held) => (isAtTop ? undefined : (held ?? transactions.at(-1)?.ts)));
  };
  const showNew = () => {
    setHeldAt(undefined);
    scroller.current?.scrollTo({ top: 0 });
  };

  const items = virtualizer.getVirtualItems();
  const isStopThere = items.some((item) => at(item.index)?.ts === stop);
  const stopTs = isStopThere ? stop : at(items[0]?.index ?? 0)?.ts;

  const wanted = useRef<Timestamp>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-transaction="${wanted.current}"]`);
    if (!button) return;
    wanted.current = undefined;
    button.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset["transaction"] : undefined;
    if (from === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = shown - 1 - transactions.findIndex(({ ts }) => ts.toString() === from);
    const to = target(event.key, index, shown);
    const ts = to === undefined ? undefined : at(to)?.ts;
    if (to === undefined || ts === undefined) return;
    event.preventDefault();
    wanted.current = ts;
    setStop(ts);
    virtualizer.scrollToIndex(to);
  };

  const turn = (ts: Timestamp) => {
    setStop(ts);
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(ts)) after.add(ts);
      return after;
    });
  };

  return (
    <div role="presentation" className="relative flex min-h-0 grow flex-col" onKeyDown={onKeyDown}>
      {waiting > 0 && (
        <div className="absolute inset-x-0 top-2 z-1 flex justify-center">
          <Button kind="primary" size="small" onClick={showNew} className="shadow-float">
            {`${formatCount(waiting)} new`}
          </Button>
        </div>
      )}
      <div
        ref={scroller}
        role="feed"
        aria-label="Changes"
        aria-busy={props.isBusy}
        onScroll={onScroll}
        className="min-h-0 grow overflow-y-auto"
      >
        <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const transaction = at(item.index);
            if (!transaction) return null;
            const { ts } = transaction;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                role="presentation"
                className="absolute top-0 left-0 w-full"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <TransactionArticle
                  transaction={transaction}
                  position={item.index + 1}
                  total={shown}
                  isOpen={open.has(ts)}
                  isStop={ts === stopTs}
                  onTurn={() => turn(ts)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** How many transactions are not later than a moment. */
function countUpTo(transactions: readonly Transaction[], moment: Timestamp): number {
  let low = 0;
  let high = transactions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((transactions[middle]?.ts ?? 0n) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function target(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, from + 1);
    case "ArrowUp":
      return Math.max(0, from - 1);
    case "PageDown":
      return Math.min(count - 1, from + 10);
    case "PageUp":
      return Math.max(0, from - 10);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
