import type { ConvexValue } from "#values/convex-value.ts";
import { isConvexObject } from "#values/convex-value.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { printConvex } from "./print-convex.ts";
import { validationError, type TableOfId } from "./validate.ts";

/** What is wrong with a call's list of arguments, or null. A validator wants exactly one object. */
export function argsError(
  validator: ValidatorJson,
  args: readonly ConvexValue[],
  tableOfId: TableOfId,
): string | null {
  if (validator.type === "any") return null;
  const [first] = args;
  if (args.length !== 1 || first === undefined) {
    return `Expected to receive a single object as the function's argument. Instead received ${args.length} arguments: ${printConvex(args)}`;
  }
  if (!isConvexObject(first)) {
    return `Expected to receive an object as the function's argument. Instead received: ${printConvex(first)}`;
  }
  return validationError(validator, first, tableOfId);
}
