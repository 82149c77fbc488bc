import { useState } from "react";
import { readErrorMessage } from "#api/error-message.ts";
import { SplitPane } from "#ui/split-pane.tsx";
import { TabPanel } from "#ui/tab-panel.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { LogLines } from "./log-lines.tsx";
import { ResultView } from "./result-view.tsx";
import type { RunState } from "./run-state.ts";
import { StatusLine } from "./status-line.tsx";

/** What became of the last call: its result, and below it or in a tab its log lines. */
export function OutcomePanes(props: {
  state: RunState;
  /** What is no longer as it was called, in words. */
  changed: string | undefined;
  closest: string | undefined;
  /** Both panes are visible. */
  docked: boolean;
  onRun: () => void;
  onRunAs: (kind: "query" | "mutation" | "action") => void;
}) {
  const [tab, setTab] = useState<"result" | "log">("result");
  const { last } = props.state;
  const outcome = last?.kind === "answered" ? last.outcome : undefined;
  const result = (
    <ResultView last={last} closest={props.closest} onRun={props.onRun} onRunAs={props.onRunAs} />
  );
  const log = (
    <LogLines
      lines={outcome?.logLines}
      hidden={outcome?.kind === "failed" && readErrorMessage(outcome.errorMessage).hidden}
    />
  );
  return (
    <div className="flex min-h-0 min-w-0 grow flex-col">
      <StatusLine state={props.state} changed={props.changed} />
      {props.docked ? (
        <SplitPane
          direction="column"
          label="Resize log lines"
          panes={[
            { id: "result", min: 120, content: result },
            { id: "log", initial: "28%", min: 80, content: log },
          ]}
        />
      ) : (
        <>
          <Tabs
            name="outcome"
            label="Outcome"
            value={tab}
            onChange={setTab}
            tabs={[
              { id: "result", label: "Result" },
              { id: "log", label: "Log lines", count: outcome?.logLines.length },
            ]}
          />
          <TabPanel name="outcome" id="result" value={tab} className="flex min-h-0 grow flex-col">
            {result}
          </TabPanel>
          <TabPanel name="outcome" id="log" value={tab} className="flex min-h-0 grow flex-col">
            {log}
          </TabPanel>
        </>
      )}
    </div>
  );
}
