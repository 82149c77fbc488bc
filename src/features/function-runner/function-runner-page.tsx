import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { apiSpecQuery } from "#api/queries.ts";
import type { FunctionKind } from "#api/run-function.ts";
import { SidePage } from "#parts/side-page.tsx";
import { useClient } from "#parts/use-client.tsx";
import { SplitPane } from "#ui/split-pane.tsx";
import { useMedia } from "#ui/use-media.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import { ArgumentsPane } from "./arguments-pane.tsx";
import { argumentsShape, argumentsSkeleton } from "./arguments-shape.ts";
import { closestPath } from "./closest-path.ts";
import { findFunction } from "./find-function.ts";
import { FunctionList } from "./function-list.tsx";
import { OutcomePanes } from "./outcome-panes.tsx";
import { readArguments } from "./read-arguments.ts";
import { RunHead } from "./run-head.tsx";
import { hasChangedSince } from "./run-state.ts";
import { useChosenFunction } from "./use-chosen-function.ts";
import { useDrafts } from "./use-drafts.ts";
import { useRun } from "./use-run.ts";
import { useRunKeys } from "./use-run-keys.ts";

/** Calls a function by hand and shows what comes of it. */
export function FunctionRunnerPage() {
  const client = useClient();
  const queries = useQueryClient();
  const hasKey = client.connection.key !== undefined;
  const list = useQuery({ ...apiSpecQuery(client), enabled: hasKey });
  const specs = useMemo(() => list.data?.functions ?? [], [list.data]);
  const chosen = useChosenFunction(specs);
  const { path, known, kind } = chosen;

  const shape = useMemo(() => known && argumentsShape(known), [known]);
  const skeleton = useMemo(() => shape && argumentsSkeleton(shape), [shape]);
  const [text, setText] = useDrafts(path, skeleton);
  const draft = useMemo(() => readArguments(text, shape), [text, shape]);
  const shownDraft = useDeferredValue(draft);

  const runner = useRun();
  const { running, last } = runner.state;
  const [awaitsList, setAwaitsList] = useState(false);
  const isRunning = running !== undefined || awaitsList;
  const [open, setOpen] = useState(true);
  const narrow = useNarrow();
  const docked = useMedia("(min-width: 1280px)");
  const beside = useMedia("(min-width: 1024px)");

  const held =
    path === ""
      ? "Name a function first."
      : draft.kind === "broken"
        ? `The arguments are not JSON: line ${draft.line}, column ${draft.column}.`
        : undefined;
  const run = async (as?: FunctionKind) => {
    if (held !== undefined || draft.kind === "broken" || isRunning) return;
    chosen.keep();
    if (narrow) setOpen(false);
    const { args } = draft;
    const kindThen = as ?? (list.isLoading ? await kindOnceListed() : kind);
    runner.start({ path, kind: kindThen, argsText: text }, args);
  };
  /** Whoever opens a link and runs at once must not run a mutation as a query. */
  const kindOnceListed = async (): Promise<FunctionKind> => {
    setAwaitsList(true);
    const listed = await queries.ensureQueryData(apiSpecQuery(client)).catch(() => undefined);
    setAwaitsList(false);
    return findFunction(listed?.functions ?? [], path)?.kind ?? kind;
  };
  useRunKeys(() => void run());

  const inputs = (
    <ArgumentsPane
      text={text}
      onChange={setText}
      draft={shownDraft}
      known={known}
      shape={shape}
      skeleton={skeleton}
      open={narrow ? open : undefined}
      onOpen={setOpen}
    />
  );
  const outcome = (
    <OutcomePanes
      state={runner.state}
      changed={last && hasChangedSince(last.call, { path, kind, argsText: text })}
      closest={
        last &&
        closestPath(
          last.call.path,
          specs.map((spec) => spec.path).filter((other) => other !== last.call.path),
        )
      }
      docked={docked}
      onRun={() => void run()}
      onRunAs={(as) => {
        chosen.setKind(as);
        void run(as);
      }}
    />
  );
  return (
    <SidePage
      label="Functions"
      side={(close) => (
        <FunctionList
          spec={list.data}
          error={list.error}
          hasKey={hasKey}
          onRetry={() => void list.refetch()}
          selected={known?.path}
          onChoose={(spec) => {
            chosen.choose(spec);
            close();
          }}
        />
      )}
    >
      {(opener) => (
        <>
          <RunHead
            chosen={chosen}
            specs={specs}
            isRunning={isRunning}
            canStop={running !== undefined}
            held={held}
            onRun={() => void run()}
            onStop={runner.stop}
            opener={opener}
          />
          {narrow ? (
            <div className="flex min-h-0 grow flex-col overflow-y-auto">
              <div className={open ? "flex h-80 shrink-0 flex-col" : "shrink-0"}>{inputs}</div>
              <div className="flex min-h-96 grow flex-col border-t border-line">{outcome}</div>
            </div>
          ) : (
            <SplitPane
              direction={beside ? "row" : "column"}
              label="Resize arguments"
              panes={[
                { id: "arguments", initial: "44%", min: 200, content: inputs },
                { id: "outcome", min: 240, content: outcome },
              ]}
            />
          )}
        </>
      )}
    </SidePage>
  );
}
