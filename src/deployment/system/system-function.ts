import type { Context } from "#deployment/context.ts";
import type { Transaction } from "#deployment/store/transaction.ts";
import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";
import type { FieldValidatorJson, ValidatorJson } from "#values/validator.ts";

export interface SystemCall {
  readonly args: ConvexObject;
  readonly transaction: Transaction;
  readonly context: Context;
}

/** A function the deployment has for dashboards; `name` is its path, `:default` left out. */
export interface SystemFunction {
  readonly kind: "query" | "mutation";
  readonly name: string;
  readonly args: ValidatorJson;
  run(call: SystemCall): ConvexValue | Promise<ConvexValue>;
}

type Field = "string" | "string?" | "nullable" | "any" | ValidatorJson;

/** `string?` may be null or missing; `nullable` must be there. */
function fieldValidator(field: Field): FieldValidatorJson {
  const nullable: ValidatorJson = { type: "union", value: [{ type: "string" }, { type: "null" }] };
  if (typeof field === "object") return { fieldType: field, optional: false };
  if (field === "string?") return { fieldType: nullable, optional: true };
  return { fieldType: field === "nullable" ? nullable : { type: field }, optional: false };
}

function define(
  kind: SystemFunction["kind"],
  name: string,
  fields: Readonly<Record<string, Field>>,
  run: SystemFunction["run"],
): SystemFunction {
  const value = Object.fromEntries(
    Object.entries(fields).map(([field, type]) => [field, fieldValidator(type)]),
  );
  return { kind, name, args: { type: "object", value }, run };
}

export function systemQuery(
  name: string,
  fields: Readonly<Record<string, Field>>,
  run: SystemFunction["run"],
): SystemFunction {
  return define("query", name, fields, run);
}

export function systemMutation(
  name: string,
  fields: Readonly<Record<string, Field>>,
  run: SystemFunction["run"],
): SystemFunction {
  return define("mutation", name, fields, run);
}
