import type { Outcome } from "#api/run-function.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { JsonTree } from "#ui/json-tree/json-tree.tsx";
import { encodedText } from "./encoded-text.ts";
import { readFailure } from "./read-failure.ts";
import type { Call } from "./run-state.ts";
import type { ReactNode } from "react";

/** A failed function: what kind of error, its sentence, its data, where, and what to do next. */
export function FailureView(props: {
  outcome: Outcome & { readonly kind: "failed" };
  call: Call;
  closest: string | undefined;
  onRunAs: (kind: "query" | "mutation" | "action") => void;
}) {
  const { outcome, call } = props;
  const { errorData } = outcome;
  const { path, kind } = call;
  const failure = readFailure({ errorMessage: outcome.errorMessage, kind, path, closest: props.closest });
  const { runAs } = failure;
  return (
    <div className="min-h-0 grow overflow-y-auto">
      <div className="px-4 pt-4 pb-3">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone="bad">{failure.label}</Badge>
          <span className="text-12 text-ink-2">{failure.note}</span>
        </p>
        <p className="mt-2 text-16 font-semibold break-words whitespace-pre-wrap">{failure.sentence}</p>
        {failure.facts.length > 0 && (
          <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-12">
            {failure.facts.map(({ label, text }) => (
              <Fact key={label} label={label}>
                {text}
              </Fact>
            ))}
          </dl>
        )}
      </div>
      {errorData !== undefined && (
        <Part
          title="errorData"
          end={<CopyButton text={() => encodedText(errorData)} label="Copy errorData" small />}
        >
          <div className="-mx-4">
            <JsonTree label="errorData" value={errorData} types grow />
          </div>
        </Part>
      )}
      {failure.frames.length > 0 && (
        <Part title="Stack" end={<CopyButton text={failure.frames.join("\n")} label="Copy stack" small />}>
          <ol className="value">
            {failure.frames.map((frame, index) => (
              <li key={index} className="py-0.5 break-words">
                <span className="text-quiet">at</span> {frame}
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part title="Next">
        <p className="max-w-[68ch] text-13 text-ink-2">{failure.next}</p>
        {runAs !== undefined && (
          <Button onClick={() => props.onRunAs(runAs)} className="mt-2">
            Run as {runAs}
          </Button>
        )}
      </Part>
      {failure.requestId !== undefined && (
        <p className="flex min-h-9 items-center gap-3 border-t border-line px-4 text-12">
          <span className="text-quiet">Request id</span>
          <span className="value">{failure.requestId}</span>
          <CopyButton text={failure.requestId} label="Copy request id" small />
        </p>
      )}
    </div>
  );
}

function Fact(props: { label: string; children: string }) {
  return (
    <>
      <dt className="text-quiet">{props.label}</dt>
      <dd className="value break-words whitespace-pre-wrap">{props.children}</dd>
    </>
  );
}

function Part(props: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <div className="border-t border-line px-4 py-3">
      <div className="flex min-h-5 items-center justify-between">
        <h3 className="text-12 text-quiet">{props.title}</h3>
        {props.end}
      </div>
      <div className="mt-1">{props.children}</div>
    </div>
  );
}
