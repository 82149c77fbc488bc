import type { ReactNode } from "react";
import { SplitPane } from "#ui/split-pane.tsx";
import { useMedia } from "#ui/use-media.ts";
import { useNarrow } from "#ui/use-narrow.ts";

/** Arguments beside the outcome, above it where that is too narrow, and on a phone one scrolling column. */
export function RunPanes(props: { isOpen: boolean; inputs: ReactNode; outcome: ReactNode }) {
  const narrow = useNarrow();
  const beside = useMedia("(min-width: 1024px)");
  if (narrow) {
    return (
      <div className="flex min-h-0 grow flex-col overflow-y-auto">
        <div className={props.isOpen ? "flex h-80 shrink-0 flex-col" : "shrink-0"}>{props.inputs}</div>
        <div className="flex min-h-96 grow flex-col border-t border-line">{props.outcome}</div>
      </div>
    );
  }
  return (
    <SplitPane
      direction={beside ? "row" : "column"}
      label="Resize arguments"
      panes={[
        { id: "arguments", initial: "44%", min: 200, content: props.inputs },
        { id: "outcome", min: 240, content: props.outcome },
      ]}
    />
  );
}
