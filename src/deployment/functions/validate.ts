import { compareStrings } from "#values/compare-strings.ts";
import { compareValues } from "#values/compare-values.ts";
import { decodeValue, isArray, isConvexObject, type ConvexValue } from "#values/convex-value.ts";
import type { FieldValidatorJson, ValidatorJson } from "#values/validator.ts";
import { printConvex } from "./print-convex.ts";
import { printValidator } from "./print-validator.ts";

/** The name of the table that an id belongs to; null when there is none, as for a text that is no id. */
export type TableOfId = (id: string) => string | null;

/**
 * What is wrong with a value, in the server's words, or null when the validator accepts it. The text goes behind
 * `ArgumentValidationError: `, behind `ReturnsValidationError: ` or behind what a declared schema says of a write.
 */
export function validationError(
  validator: ValidatorJson,
  value: ConvexValue,
  tableOfId: TableOfId,
): string | null {
  return new Validation(tableOfId).check(validator, value, "")?.() ?? null;
}

type ObjectFields = { readonly [field: string]: FieldValidatorJson };

/** What is wrong, put into words only when somebody asks: a union tries members that do not fit all the time. */
type Fault = () => string;

class Validation {
  readonly #tableOfId: TableOfId;

  constructor(tableOfId: TableOfId) {
    this.#tableOfId = tableOfId;
  }

  /** @param path where the value is, `.a.b[0]`; empty at the root */
  check(validator: ValidatorJson, value: ConvexValue, path: string): Fault | null {
    switch (validator.type) {
      case "any":
        return null;
      case "literal":
        return this.#literal(validator, value, path);
      case "id":
        return this.#id(validator, value, path);
      case "array":
        return this.#array(validator, value, path);
      case "object":
        return this.#object(validator, value, path);
      case "record":
        return this.#record(validator, value, path);
      case "union": {
        const fits = validator.value.some((member) => this.check(member, value, path) === null);
        return fits ? null : mismatch(validator, value, path);
      }
      default:
        return typeOf(value) === validator.type ? null : mismatch(validator, value, path);
    }
  }

  #literal(validator: ValidatorJson & { type: "literal" }, value: ConvexValue, path: string): Fault | null {
    if (compareValues(decodeValue(validator.value), value) === 0) return null;
    return () =>
      `\`${printConvex(value)}\` does not match literal validator \`${printValidator(validator)}\`.${context(path)}`;
  }

  #id(validator: ValidatorJson & { type: "id" }, value: ConvexValue, path: string): Fault | null {
    if (typeof value !== "string") return mismatch(validator, value, path);
    const table = this.#tableOfId(value);
    if (table === validator.tableName) return null;
    if (table === null) return mismatch(validator, value, path);
    return () =>
      `Found ID "${value}" from table \`${table}\`, which does not match the table name in validator \`${printValidator(validator)}\`.${context(path)}`;
  }

  #array(validator: ValidatorJson & { type: "array" }, value: ConvexValue, path: string): Fault | null {
    if (!isArray(value)) return mismatch(validator, value, path);
    for (const [at, item] of value.entries()) {
      const fault = this.check(validator.value, item, `${path}[${at}]`);
      if (fault !== null) return fault;
    }
    return null;
  }

  #object(validator: ValidatorJson & { type: "object" }, value: ConvexValue, path: string): Fault | null {
    if (!isConvexObject(value)) return mismatch(validator, value, path);
    const fields: ObjectFields = validator.value;
    const shown = (): string =>
      `${context(path)}\nObject: ${printConvex(value)}\nValidator: ${printValidator(validator)}`;
    // In the order of the names, as it decides which of several mistakes is told.
    for (const name of Object.keys(fields).sort(compareStrings)) {
      const field = fields[name] as FieldValidatorJson;
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      if (member === undefined) {
        if (field.optional) continue;
        return () =>
          `Object is missing the required field \`${name}\`. Consider wrapping the field validator in \`v.optional(...)\` if this is expected.\n${shown()}`;
      }
      const fault = this.check(field.fieldType, member, `${path}.${name}`);
      if (fault !== null) return fault;
    }
    const extra = Object.keys(value)
      .sort(compareStrings)
      .find((name) => !Object.hasOwn(fields, name));
    if (extra === undefined) return null;
    return () => `Object contains extra field \`${extra}\` that is not in the validator.\n${shown()}`;
  }

  #record(validator: ValidatorJson & { type: "record" }, value: ConvexValue, path: string): Fault | null {
    if (!isConvexObject(value)) return mismatch(validator, value, path);
    for (const [name, member] of Object.entries(value)) {
      const fault =
        this.check(validator.keys, name, path) ??
        this.check(validator.values.fieldType, member, `${path}.${name}`);
      if (fault !== null) return fault;
    }
    return null;
  }
}

function mismatch(validator: ValidatorJson, value: ConvexValue, path: string): Fault {
  return () =>
    `Value does not match validator.\n${context(path)}\nValue: ${printConvex(value)}\nValidator: ${printValidator(validator)}`;
}

function context(path: string): string {
  return path === "" ? "" : `Path: ${path}`;
}

/** The validator type of a value that is not made of others. */
function typeOf(value: ConvexValue): ValidatorJson["type"] {
  if (value === null) return "null";
  switch (typeof value) {
    case "number":
      return "number";
    case "bigint":
      return "bigint";
    case "boolean":
      return "boolean";
    case "string":
      return "string";
    default:
      return value instanceof Uint8Array ? "bytes" : "any";
  }
}
