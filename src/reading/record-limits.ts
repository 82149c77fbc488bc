import type { ConvexObject } from "#values/convex-value.ts";
import { convexNesting, convexSize } from "#values/convex-size.ts";
import { isObject, type Json, type JsonObject } from "#values/json.ts";

/** Limits of one document. Sizes are in bytes as the deployment counts them, `_id` and `_creationTime` included. */
export const documentLimits = { size: 1024 * 1024, fields: 1024, items: 8192, nesting: 16 };

const systemFields = 65;

/** The size of a record as the deployment will count it, and, when it breaks a limit, which, as a sentence. */
export function measureRecord(record: JsonObject): {
  readonly size: number;
  readonly problem: string | undefined;
} {
  const nesting = convexNesting(record as ConvexObject);
  if (nesting > documentLimits.nesting)
    return {
      size: 0,
      problem: `Nested ${nesting} levels deep; at most ${documentLimits.nesting} are stored.`,
    };
  const size = convexSize(record as ConvexObject) + systemFields;
  if (size > documentLimits.size)
    return { size, problem: `Larger than a document may be: ${mebibytes(size)} of at most 1 MiB.` };
  return { size, problem: problemInside(record) };
}

function problemInside(value: Json): string | undefined {
  if (typeof value === "string")
    return halfCharacter.test(value) ? "A text holds half a character (an unpaired surrogate)." : undefined;
  if (Array.isArray(value)) {
    if (value.length > documentLimits.items)
      return `An array has ${value.length.toLocaleString("en")} items; at most 8,192 are stored.`;
    return firstProblem(value as readonly Json[]);
  }
  if (!isObject(value)) return undefined;
  const members = Object.values(value);
  if (members.length > documentLimits.fields)
    return `An object has ${members.length.toLocaleString("en")} fields; at most 1,024 are stored.`;
  return firstProblem(members);
}

const halfCharacter = /\p{Surrogate}/u;

function firstProblem(values: readonly Json[]): string | undefined {
  for (const value of values) {
    const problem = problemInside(value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

// Two digits, because the records that matter most are just above the limit.
function mebibytes(bytes: number): string {
  return `${(Math.ceil((bytes / 1024 / 1024) * 100) / 100).toFixed(2)} MiB`;
}
