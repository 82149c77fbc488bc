import { useState } from "react";
import { Instant } from "#parts/instant.tsx";
import { Choice } from "#ui/choice.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Empty } from "#ui/empty.tsx";
import { JsonTree, type JsonTreeProps } from "#ui/json-tree/json-tree.tsx";
import { Notice } from "#ui/notice.tsx";
import { FailureView } from "./failure-view.tsx";
import { NoOutcome } from "./no-outcome.tsx";
import { encodedText } from "./encoded-text.ts";
import { RawJson } from "./raw-json.tsx";
import type { Ended } from "./run-state.ts";

const views = [
  { value: "tree", label: "Tree" },
  { value: "raw", label: "Raw" },
] as const;

/** What a call gave: a value, a failure, or why there is neither. */
export function ResultView(props: {
  last: Ended | undefined;
  closest: string | undefined;
  onRun: () => void;
  onRunAs: (kind: "query" | "mutation" | "action") => void;
}) {
  const { last } = props;
  const [view, setView] = useState<"tree" | "raw">("tree");
  const value =
    last?.kind === "answered" && last.outcome.kind === "succeeded" ? last.outcome.value : undefined;
  return (
    <section aria-label="Result" className="flex min-h-0 min-w-0 grow flex-col">
      {value === undefined ? (
        <h2 className="sr-only">Result</h2>
      ) : (
        <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-4">
          <h2 className="text-12 font-semibold max-xl:sr-only">Result</h2>
          <Choice
            label="View"
            size="small"
            value={view}
            onChange={setView}
            options={views}
            className="xl:ml-auto"
          />
          <CopyButton text={() => encodedText(value)} label="Copy result" small className="max-xl:ml-auto" />
        </div>
      )}
      <Inside {...props} view={view} />
    </section>
  );
}

/** The date that a document's creation time is. */
const creationTime: JsonTreeProps["note"] = ({ key, value }) =>
  key === "_creationTime" && typeof value === "number" ? (
    <Instant at={new Date(value)} milliseconds />
  ) : undefined;

function Inside(props: Parameters<typeof ResultView>[0] & { readonly view: "tree" | "raw" }) {
  const { last } = props;
  if (last === undefined) {
    return <Empty title="No result yet">Run calls the function and shows here what it returns.</Empty>;
  }
  switch (last.kind) {
    case "problem":
      return <NoOutcome error={last.error} call={last.call} onRun={props.onRun} />;
    case "stopped":
      return (
        <Empty title="Stopped waiting">
          The function may still finish on the deployment.
          {last.call.kind !== "query" && " History shows what it wrote."}
        </Empty>
      );
    case "answered":
      if (last.outcome.kind === "failed") {
        return (
          <FailureView
            outcome={last.outcome}
            call={last.call}
            closest={props.closest}
            onRunAs={props.onRunAs}
          />
        );
      }
      return (
        <>
          {last.outcome.format === "json" && (
            <Notice tone="warn" className="m-3">
              This deployment gives plain JSON only: integers, bytes and special numbers look like text here.
            </Notice>
          )}
          {props.view === "tree" ? (
            <JsonTree label="Returned value" value={last.outcome.value} types note={creationTime} />
          ) : (
            <RawJson key={last.call.startedAt} label="Returned value as JSON" value={last.outcome.value} />
          )}
        </>
      );
  }
}
