import { compareValues } from "#values/compare-values.ts";
import { decodeValue, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";
import type { Json, JsonObject } from "#values/json.ts";

/** A value, or undefined where a document lacks the field. */
type Maybe = ConvexValue | undefined;

/** Reads a value of a filter, an index range or a patch, where a missing field is spelled `{"$undefined":null}`. */
export function decodeMaybe(json: Json): Maybe {
  if (isObject(json) && "$undefined" in json) return undefined;
  return decodeValue(json);
}

/** Whether a document passes a serialised filter. Only `true` passes. */
export function passesFilter(expression: Json, document: ConvexObject): boolean {
  return evaluate(expression, document) === true;
}

type Operand = (at: 0 | 1) => Maybe;

const binary: Readonly<Record<string, (operand: Operand) => Maybe>> = {
  $eq: (operand) => compareValues(operand(0), operand(1)) === 0,
  $neq: (operand) => compareValues(operand(0), operand(1)) !== 0,
  $lt: (operand) => compareValues(operand(0), operand(1)) < 0,
  $lte: (operand) => compareValues(operand(0), operand(1)) <= 0,
  $gt: (operand) => compareValues(operand(0), operand(1)) > 0,
  $gte: (operand) => compareValues(operand(0), operand(1)) >= 0,
  $add: arithmetic(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  $sub: arithmetic(
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  $mul: arithmetic(
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  $div: arithmetic(
    (a, b) => a / b,
    (a, b) => a / nonZero(b),
  ),
  $mod: arithmetic(
    (a, b) => a % b,
    (a, b) => a % nonZero(b),
  ),
};

function evaluate(expression: Json, document: ConvexObject): Maybe {
  if (!isObject(expression)) throw new Error("Malformed filter expression");
  const [operator, argument] = Object.entries(expression)[0] ?? [];
  if (operator === undefined || argument === undefined) throw new Error("Malformed filter expression");
  if (operator === "$literal") return decodeMaybe(argument);
  if (operator === "$field") return fieldAt(document, typeof argument === "string" ? argument : "");
  if (operator === "$not") return !boolean(evaluate(argument, document));
  if (operator === "$neg") return negated(evaluate(argument, document));
  const operands = argument as readonly Json[];
  if (operator === "$and") return operands.every((each) => boolean(evaluate(each, document)));
  if (operator === "$or") return operands.some((each) => boolean(evaluate(each, document)));
  const apply = binary[operator];
  if (apply === undefined) throw new Error(`Unknown filter operator ${operator}`);
  return apply((at) => evaluate(operands[at] ?? null, document));
}

/** The value at a path such as `address.city`; undefined when any step is missing. */
function fieldAt(document: ConvexObject, path: string): Maybe {
  let value: Maybe = document;
  for (const step of path.split(".")) {
    if (!isConvexObject(value)) return undefined;
    value = Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

function arithmetic(
  floats: (a: number, b: number) => number,
  integers: (a: bigint, b: bigint) => bigint,
): (operand: Operand) => Maybe {
  return (operand) => {
    const a = operand(0);
    const b = operand(1);
    if (typeof a === "number" && typeof b === "number") return floats(a, b);
    if (typeof a === "bigint" && typeof b === "bigint") return BigInt.asIntN(64, integers(a, b));
    throw new Error("Arithmetic in a filter needs two numbers of the same type");
  };
}

function nonZero(divisor: bigint): bigint {
  if (divisor === 0n) throw new Error("Division by zero in a filter");
  return divisor;
}

function negated(value: Maybe): Maybe {
  if (typeof value === "number") return -value;
  if (typeof value === "bigint") return BigInt.asIntN(64, -value);
  throw new Error("Arithmetic in a filter needs a number");
}

function boolean(value: Maybe): boolean {
  if (typeof value === "boolean") return value;
  throw new Error("Logic in a filter needs booleans");
}

function isObject(json: Json): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function isConvexObject(value: Maybe): value is ConvexObject {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}
