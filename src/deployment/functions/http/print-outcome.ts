import type { FunctionOutcome } from "#deployment/functions/function-host.ts";
import { printValue } from "#deployment/http/print-value.ts";
import { Refusal } from "#deployment/http/refusal.ts";
import type { DeploymentSettings } from "#deployment/options.ts";
import type { ValueFormat } from "#values/convex-value.ts";

interface Printing {
  readonly requestId: string;
  readonly format: ValueFormat;
  readonly settings: Pick<DeploymentSettings, "redactsErrors" | "hasNotFoundStatus">;
}

/**
 * The body of a function's answer: 200 whether it succeeded or not. Keys without content are left out. Throws a
 * 404 for a function that is not there, where the deployment is set to do so.
 */
export function printOutcome(outcome: FunctionOutcome, { requestId, format, settings }: Printing): string {
  const lines = settings.redactsErrors ? [] : outcome.logLines;
  const logLines = lines.length === 0 ? "" : `,"logLines":${JSON.stringify(lines)}`;
  if (outcome.kind === "returned") {
    return `{"status":"success","value":${printValue(outcome.value, format)}${logLines}}`;
  }
  const { message, frames, data, code } = outcome.failure;
  if (settings.hasNotFoundStatus && code !== undefined) throw new Refusal(404, code, message);
  const heading = `[Request ID: ${requestId}] Server Error`;
  const errorMessage = settings.redactsErrors ? heading : `${heading}\n${message}\n${frames}`;
  const errorData = data === undefined ? "" : `,"errorData":${printValue(data, format)}`;
  return `{"status":"error","errorMessage":${JSON.stringify(errorMessage)}${errorData}${logLines}}`;
}
