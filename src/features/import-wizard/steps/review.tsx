import type { Rehearsal } from "#reading/rehearse.ts";
import { useClient } from "#parts/use-client.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";
import { Notice } from "#ui/notice.tsx";
import { Progress } from "#ui/progress.tsx";
import { Status } from "#ui/status.tsx";
import { TextField } from "#ui/text-field.tsx";
import { keyProblems } from "#features/import-wizard/key-problems.ts";
import { RefusedRecords } from "#features/import-wizard/refused-records.tsx";
import { scroller } from "#features/import-wizard/scroller.ts";
import type { Target } from "#features/import-wizard/target.ts";
import type { RehearsalState } from "#features/import-wizard/use-rehearsal.ts";

/** The fourth step: what exactly will happen, found by going through the whole file without sending. */
export function Review(props: {
  file: File;
  target: Target;
  state: RehearsalState;
  confirmation: string;
  onConfirm: (text: string) => void;
}) {
  const { state, file } = props;
  if (state.kind === "failed") {
    return (
      <div className="grow p-4">
        <Notice tone="bad" alert title="The file cannot be read again" className="max-w-[640px]">
          {state.message}
        </Notice>
      </div>
    );
  }
  if (state.kind === "running") {
    return (
      <div className="grow p-4">
        <div className="flex max-w-[640px] animate-late flex-col gap-2">
          <p className="text-13">Going through the whole file as it would be sent. Nothing is sent yet.</p>
          <Progress label="Checking" value={file.size === 0 ? 1 : state.bytes / file.size} thick />
        </div>
      </div>
    );
  }
  return <Found {...props} rehearsal={state.rehearsal} />;
}

function Found(props: {
  target: Target;
  rehearsal: Rehearsal;
  confirmation: string;
  onConfirm: (text: string) => void;
}) {
  const { target, rehearsal } = props;
  const { connection } = useClient();
  const { records, batches, bytes, refusedCount } = rehearsal;
  const problems = rehearsal.keys === undefined ? [] : keyProblems(rehearsal.keys);
  return (
    <div {...scroller("Review")} className="focus-inset flex min-h-0 grow flex-col gap-4 overflow-auto py-4">
      <div className="flex max-w-[640px] flex-col gap-3 px-4">
        <Status>
          <p className="text-16 font-semibold">{sentence(target, records, connection.name)}</p>
          <p className="text-13 text-ink-2">
            {formatCount(batches.length)}{" "}
            {batches.length === 1 ? "request" : "requests, each one transaction"}, {formatBytes(bytes)} in
            all. {refusedCount > 0 && `${formatCount(refusedCount)} refused here and not sent.`}
          </p>
        </Status>
        {problems.length > 0 && (
          <Notice tone="bad" title="These records cannot be told apart by this key">
            {problems.map((problem) => (
              <p key={problem} className="break-words">
                {problem}
              </p>
            ))}
            <p>Go back and choose another key, or mend the file.</p>
          </Notice>
        )}
        <Doubt target={target} />
        {target.mode === "overwrite" && (
          <TextField
            label={`Type ${target.table} to go on`}
            mono
            size="large"
            value={props.confirmation}
            onChange={props.onConfirm}
          />
        )}
      </div>
      <RefusedRecords title="Refused records" count={refusedCount} lines={rehearsal.refused} />
    </div>
  );
}

function sentence({ table, mode, key }: Target, records: number, deployment: string): string {
  const what = `${formatCount(records)} ${records === 1 ? "record" : "records"}`;
  const where = `${table} on ${deployment}`;
  if (mode === "append") return `${what} will be added to ${where}.`;
  if (mode === "overwrite") return `${where} will be emptied, then ${what} will be added.`;
  return `${what} will be written to ${where}, each replacing the document with the same ${key.join(" and ")}.`;
}

/** What can go wrong half-way, before it does. */
function Doubt({ target: { mode, table } }: { target: Target }) {
  if (mode === "replace-by-key") {
    return (
      <Notice tone="info">
        If an answer is lost, the batch is sent again: by key nothing is doubled. The import can be started
        again from the beginning at any time with the same result.
      </Notice>
    );
  }
  return (
    <Notice tone={mode === "overwrite" ? "warn" : "info"}>
      {mode === "overwrite" && (
        <p>
          Emptying {table} and filling it again are not one step. If the import ends in between, the table
          holds only the records written by then; what it held before is gone.
        </p>
      )}
      <p>
        If an answer is lost, nobody knows whether that batch was written. The import then stops and names it;
        it is never sent a second time. It cannot be undone here.
      </p>
    </Notice>
  );
}
