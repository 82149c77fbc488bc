import type { FunctionKind, Outcome } from "#api/run-function.ts";

/** What was asked. */
export interface Call {
  readonly path: string;
  readonly kind: FunctionKind;
  /** As typed, to tell whether the arguments have changed since. */
  readonly argsText: string;
  readonly caller: "key" | "user" | "nobody";
  /** ms since the epoch. */
  readonly startedAt: number;
}

/** What became of a call. */
export type Ended =
  | { readonly kind: "answered"; readonly call: Call; readonly outcome: Outcome }
  | { readonly kind: "problem"; readonly call: Call; readonly error: unknown }
  | { readonly kind: "stopped"; readonly call: Call; readonly durationMs: number };

/** The last call that has ended, and the one that runs. The former stays readable while the latter runs. */
export interface RunState {
  readonly running: Call | undefined;
  readonly last: Ended | undefined;
}

export type RunEvent = { readonly kind: "started"; readonly call: Call } | Ended;

export const nothingRun: RunState = { running: undefined, last: undefined };

export function runReducer(state: RunState, event: RunEvent): RunState {
  if (event.kind === "started") return { ...state, running: event.call };
  // An answer to a call that was given up, or that another one has taken the place of, is not shown.
  return state.running === event.call ? { running: undefined, last: event } : state;
}

/** Whether what is typed now is another call than the one that ended. */
export function hasChangedSince(
  call: Call,
  now: Pick<Call, "path" | "kind" | "argsText">,
): string | undefined {
  if (call.path !== now.path) return `Result of ${call.path}`;
  if (call.kind !== now.kind) return "Kind changed since";
  return call.argsText === now.argsText ? undefined : "Arguments changed since";
}
