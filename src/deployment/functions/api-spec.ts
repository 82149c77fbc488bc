import { decodeValue, type ConvexValue } from "#values/convex-value.ts";
import type { Json } from "#values/json.ts";
import type { Analysis } from "./analysis.ts";
import { udfTitle } from "./udf-type.ts";

/** What `_system/cli/modules:apiSpec` answers: every function with its validators, `any` where none is declared. */
export function apiSpec(analysis: Analysis): ConvexValue {
  return analysis.functions.map(({ module, function: name, udfType, visibility, args, returns }) => ({
    identifier: `${module}:${name}`,
    functionType: udfTitle(udfType),
    visibility: { kind: visibility },
    args: decodeValue(args as Json),
    returns: decodeValue((returns ?? { type: "any" }) as Json),
  }));
}
