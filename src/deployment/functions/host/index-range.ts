import type { Bound, IndexRange } from "#deployment/store/transaction.ts";
import type { Json } from "#values/json.ts";
import { decodeMaybe } from "./filter-expression.ts";

/** One condition of `withIndex`, as `convex/server` serialises it. */
export interface RangeExpression {
  readonly type: "Eq" | "Gt" | "Gte" | "Lt" | "Lte";
  readonly fieldPath: string;
  readonly value: Json;
}

/**
 * The stretch of an index that conditions describe.
 *
 * @param fields the index's own fields, to which `_creationTime` is added
 * @throws Error with the server's words when the conditions do not follow the order of the fields
 */
export function indexRange(
  index: string,
  fields: readonly string[],
  expressions: readonly RangeExpression[],
): IndexRange {
  const all =
    fields.at(-1) === "_creationTime" || fields[0] === "_id" ? fields : [...fields, "_creationTime"];
  const equal: ReturnType<typeof decodeMaybe>[] = [];
  let lower: Bound | undefined;
  let upper: Bound | undefined;
  for (const { type, fieldPath, value } of expressions) {
    const isOutOfOrder = type === "Eq" && (lower !== undefined || upper !== undefined);
    if (fieldPath !== all[equal.length] || isOutOfOrder) {
      throw new Error(outOfOrder(index, all, expressions, fieldPath));
    }
    const bound = { value: decodeMaybe(value), inclusive: type === "Gte" || type === "Lte" };
    if (type === "Eq") equal.push(bound.value);
    else if (type === "Gt" || type === "Gte") {
      if (lower !== undefined) throw new Error(boundTwice("lower", index, fieldPath));
      lower = bound;
    } else {
      if (upper !== undefined) throw new Error(boundTwice("upper", index, fieldPath));
      upper = bound;
    }
  }
  return { equal, ...(lower && { lower }), ...(upper && { upper }) };
}

function boundTwice(which: "lower" | "upper", index: string, field: string): string {
  return `Tried to query index ${index} with two ${which} bounds for the field \`${field}\`.`;
}

function outOfOrder(
  index: string,
  fields: readonly string[],
  expressions: readonly RangeExpression[],
  wrong: string,
): string {
  const list = (names: readonly string[]): string => JSON.stringify(names).replaceAll(",", ", ");
  return [
    `Tried to query index ${index} but the query didn't use the index fields in order.`,
    "",
    `Index fields: ${list(fields)}`,
    `Query fields: ${list(expressions.map((each) => each.fieldPath))}`,
    `First incorrect field: "${wrong}"`,
    "",
    "For more information see https://docs.convex.dev/using/indexes.",
  ].join("\n");
}
