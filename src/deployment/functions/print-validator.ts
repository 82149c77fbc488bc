import { compareStrings } from "#values/compare-strings.ts";
import { decodeValue } from "#values/convex-value.ts";
import type { FieldValidatorJson, ValidatorJson } from "#values/validator.ts";
import { printConvex, printKey } from "./print-convex.ts";

/** A validator as one would write it, and as the server's error texts show it: `v.object({a: v.float64()})`. */
export function printValidator(validator: ValidatorJson): string {
  switch (validator.type) {
    case "number":
      return "v.float64()";
    case "bigint":
      return "v.int64()";
    case "literal":
      return `v.literal(${printConvex(decodeValue(validator.value))})`;
    case "id":
      return `v.id("${validator.tableName}")`;
    case "array":
      return `v.array(${printValidator(validator.value)})`;
    case "object":
      return `v.object(${printFields(validator.value)})`;
    case "record":
      return `v.record(${printValidator(validator.keys)}, ${printField(validator.values)})`;
    case "union":
      return `v.union(${validator.value.map(printValidator).join(", ")})`;
    default:
      return `v.${validator.type}()`;
  }
}

function printFields(fields: { readonly [field: string]: FieldValidatorJson }): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => compareStrings(a, b));
  return `{${sorted.map(([name, field]) => `${printKey(name)}: ${printField(field)}`).join(", ")}}`;
}

function printField(field: FieldValidatorJson): string {
  const validator = printValidator(field.fieldType);
  return field.optional ? `v.optional(${validator})` : validator;
}
