import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { apiSpecQuery } from "#api/queries.ts";
import type { FunctionKind } from "#api/run-function.ts";
import { SidePage } from "#parts/side-page.tsx";
import { useClient } from "#parts/use-client.tsx";
import { useMedia } from "#ui/use-media.ts";
import { useNarrow } from "#ui/use-narrow.ts";
import { ArgumentsPane } from "./arguments-pane.tsx";
import { closestPath } from "./closest-path.ts";
import { findFunction } from "./find-function.ts";
import { FunctionList } from "./function-list.tsx";
import { OutcomePanes } from "./outcome-panes.tsx";
import { RunHead } from "./run-head.tsx";
import { RunPanes } from "./run-panes.tsx";
import { hasChangedSince } from "./run-state.ts";
import { useArguments } from "./use-arguments.ts";
import { useChosenFunction } from "./use-chosen-function.ts";
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
  const args = useArguments(path, known);
  const { text, draft } = args;

  const runner = useRun();
  const { running, last } = runner.state;
  const [awaitsList, setAwaitsList] = useState(false);
  const isRunning = running !== undefined || awaitsList;
  const [open, setOpen] = useState(true);
  const narrow = useNarrow();
  const docked = useMedia("(min-width: 1280px)");

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
    const kindThen = as ?? (list.isLoading ? await kindOnceListed() : kind);
    runner.start({ path, kind: kindThen, argsText: text }, draft.args);
  };
  /** Whoever opens a link and runs at once must not run a mutation as a query. */
  const kindOnceListed = async (): Promise<FunctionKind> => {
    setAwaitsList(true);
    const listed = await queries.ensureQueryData(apiSpecQuery(client)).catch(() => undefined);
    setAwaitsList(false);
    return findFunction(listed?.functions ?? [], path)?.kind ?? kind;
  };
  useRunKeys(() => void run());

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
            setOpen(true);
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
          <RunPanes
            isOpen={open}
            inputs={
              <ArgumentsPane args={args} known={known} open={narrow ? open : undefined} onOpen={setOpen} />
            }
            outcome={
              <OutcomePanes
                state={runner.state}
                changed={last && hasChangedSince(last.call, { path, kind, argsText: text })}
                closest={last && closestOther(last.call.path, specs)}
                docked={docked}
                onRun={() => void run()}
                onRunAs={(as) => {
                  chosen.setKind(as);
                  void run(as);
                }}
              />
            }
          />
        </>
      )}
    </SidePage>
  );
}

function closestOther(path: string, specs: readonly { readonly path: string }[]): string | undefined {
  return closestPath(
    path,
    specs.map((spec) => spec.path).filter((other) => other !== path),
  );
}
