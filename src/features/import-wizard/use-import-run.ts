import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { PackingPlan } from "#reading/pack-file.ts";
import { useClient } from "#parts/use-client.tsx";
import { startReadingWorker } from "./reading-worker.ts";
import type { ImportPlan } from "./sending/import-plan.ts";
import { beginning, importState, type ImportState } from "./sending/import-state.ts";
import { sendImport } from "./sending/send-import.ts";
import { waitFor } from "./sending/wait-for.ts";

export interface ImportRun {
  /** Undefined while nothing was started. */
  readonly state: ImportState | undefined;
  readonly stopping: boolean;
  readonly start: (file: File, packing: PackingPlan, plan: ImportPlan) => void;
  /** The first time: no further batch. The second time: not even the answer of the one on its way is waited for. */
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** Carries out an import and shows where it stands. Leaving the page stops it after the batch on its way. */
export function useImportRun(): ImportRun {
  const client = useClient();
  const queries = useQueryClient();
  const [state, setState] = useState<ImportState>();
  const [stopping, setStopping] = useState(false);
  const stop = useRef<AbortController>(undefined);
  const giveUp = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const start = useCallback(
    (file: File, packing: PackingPlan, plan: ImportPlan) => {
      const stopped = new AbortController();
      const givenUp = new AbortController();
      stop.current = stopped;
      giveUp.current = givenUp;
      setStopping(false);
      setState(beginning(plan));
      const worker = startReadingWorker();
      worker.tell({ kind: "pack", file, plan: packing, key: plan.key });
      const nextBatch = async () => {
        worker.tell({ kind: "next" });
        const answer = await worker.answer();
        return answer.kind === "batch" ? answer : undefined;
      };
      const run = async () => {
        const events = sendImport({
          plan,
          client,
          nextBatch,
          stop: stopped.signal,
          giveUp: givenUp.signal,
          wait: waitFor,
          random: Math.random,
          now: Date.now,
        });
        for await (const event of events) setState((before) => before && importState(before, event));
      };
      void run().finally(() => {
        worker.end();
        // What was read of the deployment before is out of date now: tables, schemas, counts.
        void queries.invalidateQueries({ queryKey: [client.id] });
      });
    },
    [client, queries],
  );
  const cancel = useCallback(() => {
    if (stop.current?.signal.aborted) giveUp.current?.abort();
    stop.current?.abort();
    setStopping(true);
  }, []);
  const forget = useCallback(() => setState(undefined), []);
  return { state, stopping, start, cancel, forget };
}
