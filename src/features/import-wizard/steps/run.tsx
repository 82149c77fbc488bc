import { Button } from "#ui/button.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";
import { Progress } from "#ui/progress.tsx";
import { BatchMarks } from "#features/import-wizard/batch-marks.tsx";
import { Figures } from "#features/import-wizard/figures.tsx";
import { ImportLog } from "#features/import-wizard/import-log.tsx";
import type { ImportState } from "#features/import-wizard/sending/import-state.ts";

/** The fifth step while it lasts: how far the import is, what happened, and Cancel. */
export function Run(props: { state: ImportState; stopping: boolean; onCancel: () => void }) {
  const { state, stopping } = props;
  const { plan } = state;
  const share = plan.bytes === 0 ? undefined : state.writtenBytes / plan.bytes;
  const percent = share === undefined ? "" : `${Math.floor(share * 100)} %, `;
  return (
    <div className="min-h-0 grow overflow-auto">
      <div className="flex flex-col gap-4 border-b border-line py-4">
        <div className="flex flex-wrap items-center gap-3 px-4">
          <h2 className="text-16 font-semibold">{headline(state, stopping)}</h2>
          <span className="ml-auto">
            <Button onClick={props.onCancel}>Cancel</Button>
          </span>
        </div>
        <div className="px-4">
          <Progress
            label="Import"
            value={state.phase === "sending" ? share : undefined}
            valueText={`${percent}${formatCount(state.written)} of ${formatCount(plan.records)} records`}
            thick
          />
        </div>
        <Figures
          figures={[
            {
              name: "Written",
              value: state.written,
              shown: formatCount(state.written),
              detail: `of ${formatCount(plan.records)} records`,
            },
            {
              name: "Sent",
              shown: formatBytes(state.writtenBytes),
              detail: `of ${formatBytes(plan.bytes)}`,
            },
            {
              name: "Retries",
              value: state.retries,
              shown: formatCount(state.retries),
              tone: state.retries > 0 ? "warn" : "plain",
            },
            {
              name: "Refused",
              value: plan.refused,
              shown: formatCount(plan.refused),
              detail: "before sending",
              tone: plan.refused > 0 ? "bad" : "plain",
            },
          ]}
        />
      </div>
      <BatchMarks marks={state.marks} />
      <ImportLog state={state} />
    </div>
  );
}

function headline(state: ImportState, stopping: boolean): string {
  const batch = `batch ${formatCount(state.current?.number ?? 1)} of ${formatCount(state.plan.batches.length)}`;
  if (stopping) return `Waiting for the answer to ${batch}, then no more. Cancel again to stop waiting`;
  if (state.phase === "sending") return `Sending ${batch}`;
  const { indexed, total } = state.index ?? {};
  if (state.index === undefined) return "Preparing the table";
  return `The deployment is building the index of the key${indexed === undefined || !total ? "" : `, ${formatCount(indexed)} of ${formatCount(total)} documents`}`;
}
