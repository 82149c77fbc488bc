import type { FunctionSpec } from "#api/system-queries.ts";
import { shapeText } from "#values/shape-text.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { validatorShape } from "./arguments-shape.ts";

/** What a function takes and gives, as its validators say. */
export function Signature(props: { spec: FunctionSpec }) {
  const takes = textOf(props.spec.args);
  const returns = textOf(props.spec.returns);
  if (takes === undefined && returns === undefined) return null;
  return (
    <dl className="grid max-h-32 shrink-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3 overflow-y-auto border-t border-line px-4 py-2 text-12">
      {takes !== undefined && (
        <>
          <dt className="text-quiet">Takes</dt>
          <dd className="value break-words text-ink-2">{takes}</dd>
        </>
      )}
      {returns !== undefined && (
        <>
          <dt className="text-quiet">Returns</dt>
          <dd className="value break-words text-ink-2">{returns}</dd>
        </>
      )}
    </dl>
  );
}

function textOf(validator: ValidatorJson): string | undefined {
  const shape = validatorShape(validator);
  return shape.kind === "any" ? undefined : shapeText(shape);
}
