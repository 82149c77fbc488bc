import { cx } from "#ui/cx.ts";
import { formatCount } from "#ui/format-count.ts";
import type { BatchMark } from "./sending/import-state.ts";

const looks: Readonly<Record<BatchMark, string>> = {
  waiting: "bg-skeleton",
  sent: "border border-accent bg-bg",
  held: "border border-warn-line bg-bg",
  written: "bg-accent",
  "written-again": "bg-warn-line",
  refused: "bg-bad-line",
  "in-doubt": "bg-bad-line",
};

// The mark that a group of batches shows: whatever most needs a look.
const gravity: readonly BatchMark[] = [
  "in-doubt",
  "refused",
  "held",
  "sent",
  "written-again",
  "waiting",
  "written",
];

const legend: readonly (readonly [BatchMark, string])[] = [
  ["written", "written"],
  ["written-again", "written after a retry"],
  ["sent", "on its way"],
  ["in-doubt", "refused or in doubt"],
];

const mostCells = 400;

/** One cell a batch, or one a group of batches when there are many. What they say is said in words beside them. */
export function BatchMarks(props: { marks: readonly BatchMark[] }) {
  const perCell = Math.ceil(props.marks.length / mostCells);
  const cells: BatchMark[] = [];
  for (let at = 0; at < props.marks.length; at += perCell)
    cells.push(gravest(props.marks.slice(at, at + perCell)));
  return (
    <div className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-2">
        <h2 className="text-13 font-semibold">Batches</h2>
        <span className="text-12 text-quiet">
          each one transaction{perCell > 1 && `, ${formatCount(perCell)} a cell`}
        </span>
        <span className="flex flex-wrap gap-x-3 text-11 text-ink-2 sm:ml-auto">
          {legend.map(([mark, words]) => (
            <span key={mark} className="flex items-center gap-1">
              <span aria-hidden className={cx("size-2 rounded-3", looks[mark])} />
              {words}
            </span>
          ))}
        </span>
      </div>
      <div aria-hidden className="flex max-h-40 flex-wrap gap-1 overflow-hidden">
        {cells.map((mark, index) => (
          <span key={index} className={cx("h-4 w-6 rounded-3", looks[mark])} />
        ))}
      </div>
    </div>
  );
}

function gravest(marks: readonly BatchMark[]): BatchMark {
  return gravity.find((mark) => marks.includes(mark)) ?? "waiting";
}
