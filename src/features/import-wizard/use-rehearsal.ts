import { useEffect, useState } from "react";
import type { PackingPlan } from "#reading/pack-file.ts";
import type { Rehearsal } from "#reading/rehearse.ts";
import { startReadingWorker } from "./reading-worker.ts";

/** What is rehearsed; `key` is empty unless records replace by key. */
export interface RehearsalRequest {
  readonly file: File;
  readonly plan: PackingPlan;
  readonly key: readonly string[];
}

export type RehearsalState =
  | { readonly kind: "running"; readonly bytes: number }
  | { readonly kind: "done"; readonly rehearsal: Rehearsal }
  | { readonly kind: "failed"; readonly message: string };

const notBegun: RehearsalState = { kind: "running", bytes: 0 };

/** Converts and packs the whole file once without sending, in a worker; again for every new request object. */
export function useRehearsal(request: RehearsalRequest | undefined): RehearsalState {
  const [found, setFound] = useState<{ request: RehearsalRequest; state: RehearsalState }>();

  useEffect(() => {
    if (request === undefined) return;
    const { file, plan, key } = request;
    let isWanted = true;
    const say = (state: RehearsalState): void => {
      if (isWanted) setFound({ request, state });
    };
    const worker = startReadingWorker((bytes) => say({ kind: "running", bytes }));
    worker.tell({ kind: "rehearse", file, plan, key: key.length === 0 ? undefined : key });
    worker
      .answer()
      .then(
        (answer) => {
          if (answer.kind === "rehearsed") say({ kind: "done", rehearsal: answer.rehearsal });
          else if (answer.kind === "refused") say({ kind: "failed", message: answer.message });
        },
        (error: unknown) =>
          say({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => worker.end());
    return () => {
      isWanted = false;
      worker.end();
    };
  }, [request]);

  return found !== undefined && found.request === request ? found.state : notBegun;
}
