import type { FunctionSpec } from "#api/system-queries.ts";
import { exampleValue } from "#values/example-value.ts";
import type { Json } from "#values/json.ts";
import type { Shape } from "#values/shape.ts";
import { isValidatorJson, shapeFromValidator, type ValidatorJson } from "#values/validator.ts";
import { encodedText } from "./encoded-text.ts";

/** What a function accepts; `any` when it has no validator or one that is not understood. */
export function argumentsShape(spec: FunctionSpec): Shape {
  return validatorShape(spec.args);
}

/** The shape of a validator as a deployment sent it, which nobody has looked into before. */
export function validatorShape(validator: ValidatorJson): Shape {
  const sent: unknown = validator;
  return isValidatorJson(sent as Json) ? shapeFromValidator(validator) : { kind: "any" };
}

/** Arguments to begin from: an object with what must be there. */
export function argumentsSkeleton(shape: Shape): string {
  return shape.kind === "object" ? encodedText(exampleValue(shape)) : "{}";
}
