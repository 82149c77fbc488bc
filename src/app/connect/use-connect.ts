import { useRef, useState } from "react";
import type { Connection } from "#api/connection.ts";
import { isAbort } from "#api/problem.ts";
import type { KnownDeployment } from "#app/session/known-deployments.ts";
import type { KeepKey } from "#app/session/session.ts";
import { useSession } from "#app/session/use-session.tsx";
import { connectPlace } from "#places/connect-place.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { goTo } from "#parts/location.ts";
import { useHere } from "#parts/use-here.ts";
import { checkConnection, type ConnectInput } from "./check-connection.ts";
import { untriedChecks, type Check } from "./connect-checks.ts";
import type { ConnectFailure } from "./connect-failure.ts";

interface ConnectState {
  readonly checks: readonly Check[];
  readonly busy: boolean;
  readonly failure: ConnectFailure | undefined;
  /** A connection that failed only in part and can be opened all the same. */
  readonly partial: Connection | undefined;
  readonly tried: { readonly at: Date; readonly durationMs: number } | undefined;
}

const untried: ConnectState = {
  checks: untriedChecks(false),
  busy: false,
  failure: undefined,
  partial: undefined,
  tried: undefined,
};

/** Tries connections, the newest one only, and opens the one that holds. */
export function useConnect() {
  const [state, setState] = useState(untried);
  const [, session] = useSession();
  const { path } = useHere();
  const running = useRef<AbortController>(undefined);

  async function connect(input: ConnectInput, keep: KeepKey) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const at = new Date();
    const started = performance.now();
    const tried = () => ({ at, durationMs: performance.now() - started });
    setState({ ...untried, checks: untriedChecks(input.userToken.trim() !== ""), busy: true });
    try {
      const steps = checkConnection(input, controller.signal);
      let step = await steps.next();
      for (; step.done !== true; step = await steps.next()) {
        const checks = step.value;
        if (controller.signal.aborted) return;
        setState((before) => ({ ...before, checks, tried: tried() }));
      }
      if (controller.signal.aborted) return;
      const verdict = step.value;
      if (verdict.kind === "connected") return open(verdict.connection, keep);
      setState((before) => ({
        ...before,
        busy: false,
        failure: verdict.failure,
        partial: verdict.connection,
        tried: tried(),
      }));
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
  }

  function open(connection: Connection, keep: KeepKey) {
    session.open(connection, keep);
    leave();
  }

  function reopen(deployment: KnownDeployment): boolean {
    const opened = session.reopen(deployment);
    if (opened) leave();
    return opened;
  }

  function leave() {
    // Anywhere else the page that was asked for takes this one's place by itself.
    if (path === connectPlace.path) goTo(functionsPlace.path);
  }

  /** What was said about an input does not hold for another one. */
  function reset() {
    running.current?.abort();
    setState((before) =>
      before.busy || before.failure
        ? { ...before, busy: false, failure: undefined, partial: undefined }
        : before,
    );
  }

  return { state, connect, open, reopen, reset };
}
