import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "#ui/button.tsx";
import { formatCount } from "#ui/format-count.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import { useScrollView } from "#ui/virtual-rows/use-scroll-view.ts";
import type { Timestamp } from "#values/timestamp.ts";
import type { Transaction } from "./change.ts";
import { FeedRow } from "./feed-row.tsx";
import { feedTop, feedWindow, revealOffset, type FeedRows } from "./feed-window.ts";
import { rankOf } from "./rank-of.ts";
import { stepInFeed } from "./step-in-feed.ts";
import { TransactionArticle } from "./transaction-article.tsx";

/** Transactions, the newest first. What comes while one reads further down waits above until it is asked for. */
export function ChangeFeed(props: {
  /** The oldest first. */
  transactions: readonly Transaction[];
  /** More are being read. */
  isBusy: boolean;
}) {
  const { transactions } = props;
  const rowHeight = useNarrow() ? 53 : 33;
  const scroller = useRef<HTMLDivElement>(null);
  // The newest transaction when reading away from the top began.
  const [heldAt, setHeldAt] = useState<Timestamp>();
  // Heights of those that are open; 0 before they are measured.
  const [open, setOpen] = useState<ReadonlyMap<Timestamp, number>>(() => new Map());
  const [stop, setStop] = useState<Timestamp>();

  const shown = heldAt === undefined ? transactions.length : rankOf(transactions, heldAt) + 1;
  const waiting = transactions.length - shown;
  const at = (index: number) => transactions[shown - 1 - index];
  const indexOf = (ts: Timestamp) => shown - 1 - rankOf(transactions, ts);

  const feed: FeedRows = {
    count: shown,
    rowHeight,
    open: [...open].map(([ts, height]) => ({ index: indexOf(ts), extra: Math.max(0, height - rowHeight) })),
  };
  const view = useScrollView(scroller, "y");
  const { first, count } = feedWindow(feed, view.scrolled, view.length);
  const drawn = Array.from({ length: count }, (_, step) => first + step);

  const onScroll = () => {
    const isAtTop = (scroller.current?.scrollTop ?? 0) < 8;
    setHeldAt((held) => (isAtTop ? undefined : (held ?? transactions.at(-1)?.ts)));
  };
  const showNew = () => {
    setHeldAt(undefined);
    scroller.current?.scrollTo({ top: 0 });
  };

  const stopTs = drawn.some((index) => at(index)?.ts === stop) ? stop : at(first)?.ts;
  const wanted = useRef<Timestamp>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-transaction="${wanted.current}"]`);
    if (!button) return;
    wanted.current = undefined;
    button.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset["transaction"] : undefined;
    if (from === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = drawn.find((one) => at(one)?.ts.toString() === from);
    const to = index === undefined ? undefined : stepInFeed(event.key, index, shown);
    const ts = to === undefined ? undefined : at(to)?.ts;
    if (to === undefined || ts === undefined) return;
    event.preventDefault();
    wanted.current = ts;
    setStop(ts);
    scroller.current?.scrollTo({ top: revealOffset(feed, to, view.scrolled, view.length) });
  };

  const turn = (ts: Timestamp) => {
    setStop(ts);
    setOpen((before) => {
      const after = new Map(before);
      if (!after.delete(ts)) after.set(ts, 0);
      return after;
    });
  };
  const measure = useCallback((ts: Timestamp, height: number) => {
    setOpen((before) => {
      const known = before.get(ts);
      return known === undefined || known === height ? before : new Map(before).set(ts, height);
    });
  }, []);

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
        <div role="presentation" className="relative" style={{ height: feedTop(feed, shown) }}>
          {drawn.map((index) => {
            const transaction = at(index);
            if (!transaction) return null;
            const { ts } = transaction;
            return (
              <FeedRow
                key={ts.toString()}
                top={feedTop(feed, index)}
                isOpen={open.has(ts)}
                ts={ts}
                onHeight={measure}
              >
                <TransactionArticle
                  transaction={transaction}
                  position={index + 1}
                  total={shown}
                  isOpen={open.has(ts)}
                  isStop={ts === stopTs}
                  onTurn={() => turn(ts)}
                />
              </FeedRow>
            );
          })}
        </div>
      </div>
    </div>
  );
}
