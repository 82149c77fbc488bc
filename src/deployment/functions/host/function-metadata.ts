import type { AnalyzedFunction } from "#deployment/functions/analysis.ts";
import type { Limits } from "#deployment/functions/limits.ts";
import { printValue } from "#deployment/http/print-value.ts";
import type { Transaction } from "#deployment/store/transaction.ts";
import type { ConvexValue } from "#values/convex-value.ts";
import { printFunctionPath } from "#values/function-path.ts";
import type { CallScope } from "./call-scope.ts";

interface About {
  readonly analyzed: AnalyzedFunction;
  readonly scope: CallScope;
  readonly deploymentName: string;
  readonly transaction: Transaction | undefined;
  readonly limits: Limits;
}

/** Answers `ctx.auth` and `ctx.meta`; undefined for other calls. */
export function metadataAnswer(op: string, about: About): string | undefined {
  const value = metadata(op, about);
  return value === undefined ? undefined : printValue(value, "encoded");
}

function metadata(op: string, about: About): ConvexValue | undefined {
  const { caller, requestId } = about.scope;
  switch (op) {
    case "1.0/getUserIdentity": {
      if (caller.kind !== "acting" && caller.kind !== "user") return null;
      const { tokenIdentifier, issuer, subject, claims } = caller.identity;
      return { ...claims, tokenIdentifier, issuer, subject };
    }
    case "1.0/getFunctionMetadata":
      return { name: printFunctionPath(about.analyzed), componentPath: "" };
    case "1.0/getRequestMetadata":
      return { ip: null, userAgent: null, requestId, scheduledFunctionId: null, authToken: null };
    case "1.0/getDeploymentMetadata":
      return { name: about.deploymentName, region: null, class: "s16" };
    case "1.0/getTransactionMetrics":
      return about.transaction && metrics(about.transaction, about.limits);
    default:
      return undefined;
  }
}

function metrics({ usage }: Transaction, limits: Limits): ConvexValue {
  const metric = (used: number, limit: number): ConvexValue => ({ used, remaining: limit - used });
  return {
    bytesRead: metric(usage.bytesRead, limits.bytesRead),
    bytesWritten: metric(usage.bytesWritten, limits.bytesWritten),
    databaseQueries: metric(usage.intervalsRead, limits.intervalsRead),
    documentsRead: metric(usage.documentsRead, limits.documentsRead),
    documentsWritten: metric(usage.documentsWritten, limits.documentsWritten),
    functionsScheduled: metric(0, 0),
    scheduledFunctionArgsBytes: metric(0, 0),
  };
}
