import type { IndexRange, Order } from "#deployment/store/transaction.ts";
import { decodeBase64 } from "#values/base64.ts";
import { compareValues } from "#values/compare-values.ts";
import {
  type ConvexObject,
  type ConvexValue,
  decodeValue,
  isArray,
  isConvexObject,
} from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";
import { isObject, type Json, type JsonObject, parseJson } from "#values/json.ts";

export type DocumentFilter =
  | { readonly kind: "faulty"; readonly faults: readonly { error: string; filter: number }[] }
  | {
      readonly kind: "filter";
      readonly index: string;
      readonly range: IndexRange;
      readonly order: Order;
      readonly accepts: (document: ConvexObject) => boolean;
    };

type Test = (document: ConvexObject) => boolean;

/**
 * What a dashboard filters documents by: base64 of JSON `{clauses, order?, index?}`; null means everything, newest
 * first. `fieldsOfIndex` gives an index's fields, undefined when there is no such index.
 */
export function readDocumentFilter(
  encoded: string | null,
  fieldsOfIndex: (name: string) => readonly string[] | undefined,
): DocumentFilter {
  const expression = encoded === null ? {} : parse(encoded);
  const clauses = (expression["clauses"] ?? []) as readonly Json[];
  const faults: { error: string; filter: number }[] = [];
  const tests: Test[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (!isObject(clause) || clause["enabled"] === false || typeof clause["field"] !== "string") continue;
    try {
      tests.push(clauseTest(clause["field"], clause));
    } catch {
      faults.push({ filter: at, error: `Invalid value: ${JSON.stringify(clause["value"])}.` });
    }
  }
  const chosen = expression["index"];
  const name = isObject(chosen) ? chosen["name"] : undefined;
  const index = typeof name === "string" ? name : "by_creation_time";
  const fields = index === "by_creation_time" ? ["_creationTime"] : fieldsOfIndex(index);
  if (fields === undefined) faults.push({ filter: -1, error: `Index ${index} does not exist.` });
  if (faults.length > 0) return { kind: "faulty", faults };
  const indexClauses = isObject(chosen) ? ((chosen["clauses"] ?? []) as readonly Json[]) : [];
  return {
    kind: "filter",
    index,
    range: indexRange(indexClauses),
    order: expression["order"] === "asc" ? "asc" : "desc",
    accepts: (document) => tests.every((test) => test(document)),
  };
}

function parse(encoded: string): JsonObject {
  const padded = encoded.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  const bytes = decodeBase64(padded.padEnd(Math.ceil(padded.length / 4) * 4, "="));
  const json = parseJson(new TextDecoder().decode(bytes));
  const isFilter = isObject(json) && (json["clauses"] === undefined || Array.isArray(json["clauses"]));
  if (!isFilter) throw new Error("Invalid filters");
  return json;
}

function clauseTest(field: string, { op, value }: JsonObject): Test {
  const at = (document: ConvexObject) => fieldOf(document, field);
  if (op === "type") return (document) => isOfType(at(document), value);
  if (op === "notype") return (document) => !isOfType(at(document), value);
  if (op === "anyOf" || op === "noneOf") {
    const values = Array.isArray(value) ? (value as readonly Json[]).map(decodeValue) : [];
    if (values.length === 0) return () => true;
    const isAny = (document: ConvexObject) => values.some((each) => compareValues(at(document), each) === 0);
    return op === "anyOf" ? isAny : (document) => !isAny(document);
  }
  const wanted = value === undefined ? undefined : decodeValue(value);
  const accepts = typeof op === "string" ? comparisons[op] : undefined;
  if (accepts === undefined) throw new Error("Unknown operator");
  return (document) => accepts(compareValues(at(document), wanted));
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  neq: (order) => order !== 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};

function fieldOf(document: ConvexObject, path: string): ConvexValue | undefined {
  let value: ConvexValue | undefined = document;
  for (const name of path.split(".")) {
    value = isConvexObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

function isOfType(value: ConvexValue | undefined, type: Json | undefined): boolean {
  switch (type) {
    case "unset":
      return value === undefined;
    case "null":
      return value === null;
    case "array":
      return value !== undefined && isArray(value);
    case "bytes":
      return value instanceof Uint8Array;
    case "object":
      return isConvexObject(value);
    case "id":
      return typeof value === "string" && isDocumentId(value);
    default:
      return typeof value === type;
  }
}

/** Equal values for the first fields of an index, then at most one range; clauses that are off end it. */
function indexRange(clauses: readonly Json[]): IndexRange {
  const equal: (ConvexValue | undefined)[] = [];
  for (const clause of clauses) {
    if (!isObject(clause) || clause["enabled"] !== true) break;
    if (clause["type"] === "indexEq") {
      equal.push(valueOf(clause["value"]));
      continue;
    }
    const bound = (op: Json | undefined, value: Json | undefined, inclusive: string) =>
      op === undefined ? undefined : { value: valueOf(value), inclusive: op === inclusive };
    const lower = bound(clause["lowerOp"], clause["lowerValue"], "gte");
    const upper = bound(clause["upperOp"], clause["upperValue"], "lte");
    return { equal, ...(lower && { lower }), ...(upper && { upper }) };
  }
  return { equal };
}

function valueOf(value: Json | undefined): ConvexValue | undefined {
  return value === undefined ? undefined : decodeValue(value);
}
