import type { Context } from "#deployment/context.ts";
import type { FunctionCall, FunctionOutcome } from "#deployment/functions/function-host.ts";
import { hostFailure } from "#deployment/functions/host/function-texts.ts";
import { callSystemFunction } from "./call-system-function.ts";

const pausedTexts = {
  paused:
    "Cannot run functions while this deployment is paused. Resume the deployment in the dashboard settings to allow functions to run.",
  disabled:
    "Cannot run functions while this deployment is disabled. Check the deployment's usage limits and plan.",
  suspended:
    "Cannot run functions while this deployment is suspended. Please contact Convex if you believe this is a mistake.",
} as const;

/** Runs a call: a system function by the deployment itself, any other one of the app unless that is paused. */
export async function callFunction(call: FunctionCall, context: Context): Promise<FunctionOutcome> {
  if (call.path.module.startsWith("_system/")) return await callSystemFunction(call, context);
  const { state } = context.settings;
  if (state !== "running") {
    return { kind: "failed", failure: hostFailure(pausedTexts[state]), logLines: [] };
  }
  return await context.functions.run(call);
}
