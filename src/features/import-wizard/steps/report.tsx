import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Rehearsal } from "#reading/rehearse.ts";
import { dataPlace } from "#places/data-place.ts";
import { Instant } from "#parts/instant.tsx";
import { PlaceLink } from "#parts/place-link.tsx";
import { useClient } from "#parts/use-client.tsx";
import { buttonClass } from "#ui/button-class.ts";
import { cx } from "#ui/cx.ts";
import { formatCount } from "#ui/format-count.ts";
import { formatDuration } from "#ui/format-duration.ts";
import { Status } from "#ui/status.tsx";
import { batchName, problemIn } from "#features/import-wizard/event-words.ts";
import { Figures } from "#features/import-wizard/figures.tsx";
import { ImportLog } from "#features/import-wizard/import-log.tsx";
import { outcomeWords } from "#features/import-wizard/outcome-words.ts";
import { type RefusedLine, RefusedRecords } from "#features/import-wizard/refused-records.tsx";
import type { ImportState } from "#features/import-wizard/sending/import-state.ts";

const modeNames = { append: "Append", "replace-by-key": "Replace by key", overwrite: "Overwrite" } as const;
const inks = { ok: "text-ok", warn: "text-warn", bad: "text-bad" } as const;

/** How the import ended: the sentence first, the figures, the records that are not there and why. */
export function Report(props: { state: ImportState; rehearsal: Rehearsal }) {
  const { state } = props;
  const { plan, startedAt, endedAt, ending } = state;
  const { connection } = useClient();
  const outcome = outcomeWords(state);
  const Icon = outcome.tone === "ok" ? CircleCheck : TriangleAlert;
  const byDeployment = ending?.kind === "refused" ? ending.batch.records : 0;
  const refused = plan.refused + byDeployment;
  return (
    <section aria-label="Report" className="min-h-0 grow overflow-auto">
      <div className="flex flex-col gap-4 border-b border-line py-4">
        <div className="flex flex-wrap items-start gap-3 px-4">
          <Icon size={16} strokeWidth={1.5} aria-hidden className={cx("mt-1 shrink-0", inks[outcome.tone])} />
          <Status className="min-w-0 flex-1 basis-64">
            <p className="text-16 font-semibold">{outcome.sentence}</p>
            {outcome.more
              .filter((line) => line !== "")
              .map((line) => (
                <p key={line} className="mt-1 max-w-[72ch] text-13 break-words text-ink-2">
                  {line}
                </p>
              ))}
          </Status>
          <PlaceLink place={dataPlace} search={{ table: plan.table }} className={buttonClass()}>
            Open {plan.table}
          </PlaceLink>
        </div>
        <p className="px-4 text-12 text-ink-2">
          {modeNames[plan.mode]} {plan.key.join(", ")} on {connection.name}
          {startedAt !== undefined && endedAt !== undefined && (
            <>
              , <Instant at={new Date(startedAt)} />, {formatDuration(endedAt - startedAt)}
            </>
          )}
          {state.retries > 0 && `, ${formatCount(state.retries)} retries`}
        </p>
        <Figures
          figures={[
            figure("Read", plan.read),
            figure("Sent", state.sent),
            figure("Written", state.written),
            { ...figure("Refused", refused), tone: refused > 0 ? "bad" : "plain" },
          ]}
        />
      </div>
      <RefusedRecords
        title="Refused records"
        count={refused}
        lines={[...props.rehearsal.refused, ...byTheDeployment(state)]}
      />
      <ImportLog state={state} />
    </section>
  );
}

function figure(name: string, value: number) {
  return { name, value, shown: formatCount(value) };
}

function byTheDeployment({ ending }: ImportState): RefusedLine[] {
  if (ending?.kind !== "refused") return [];
  const { batch, problem } = ending;
  return [
    {
      line: batch.firstLine,
      lastLine: batch.lastLine,
      reason: problemIn(problem),
      source: `batch ${batchName(batch)}`,
    },
  ];
}
