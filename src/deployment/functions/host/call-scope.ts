import type { Caller } from "#deployment/http/caller.ts";
import type { LogLines } from "./log-lines.ts";

/** What a call and the calls nested in it share. */
export interface CallScope {
  readonly caller: Caller;
  readonly requestId: string;
  readonly log: LogLines;
  /** 0 for the function that was called from outside. */
  readonly depth: number;
}
