import { useReducer, useRef } from "react";
import { isAbort } from "#api/problem.ts";
import type { Json } from "#values/json.ts";
import { useClient } from "#parts/use-client.tsx";
import { nothingRun, runReducer, type Call, type RunState } from "./run-state.ts";

export interface Runner {
  readonly state: RunState;
  readonly start: (call: Omit<Call, "caller" | "startedAt">, args: Json) => void;
  /** Gives up waiting. The deployment does not hear of it. */
  readonly stop: () => void;
}

/** Runs one function at a time and keeps the last outcome. */
export function useRun(): Runner {
  const client = useClient();
  const [state, dispatch] = useReducer(runReducer, nothingRun);
  const abort = useRef<AbortController>(undefined);
  const { key, userToken } = client.connection;
  const caller = userToken !== undefined ? "user" : key !== undefined ? "key" : "nobody";

  const run = async (call: Call, args: Json, signal: AbortSignal) => {
    const started = performance.now();
    try {
      const { path, kind } = call;
      const outcome = await client.runFunction({ path, kind, args, caller, signal });
      dispatch({ kind: "answered", call, outcome });
    } catch (error) {
      if (isAbort(error)) dispatch({ kind: "stopped", call, durationMs: performance.now() - started });
      else dispatch({ kind: "problem", call, error });
    }
  };
  return {
    state,
    start: (asked, args) => {
      if (state.running !== undefined) return;
      const call: Call = { ...asked, caller, startedAt: Date.now() };
      abort.current = new AbortController();
      dispatch({ kind: "started", call });
      void run(call, args, abort.current.signal);
    },
    stop: () => abort.current?.abort(),
  };
}
