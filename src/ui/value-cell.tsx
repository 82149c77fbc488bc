import type { ConvexValue } from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";
import { ValueText, type RenderId } from "./value-text.tsx";

/**
 * A value as the content of a grid cell. What does not fit ends in "…"; a number loses digits at its left, never at
 * its end, so that a cut one cannot be read as a smaller one. Right-align its column by `align: "right"`.
 * `<ValueCell value={row.fields[name]} />`
 */
export function ValueCell(props: { value: ConvexValue | undefined; renderId?: RenderId | undefined }) {
  const { value } = props;
  if (typeof value === "number" || typeof value === "bigint") {
    return (
      <data value={String(value)} dir="rtl" className="min-w-0 truncate" title={`${value}`}>
        <bdi dir="ltr">
          <ValueText value={value} />
        </bdi>
      </data>
    );
  }
  const long = typeof value === "string" && value.length > 24 && !isDocumentId(value);
  return (
    <span className="min-w-0 truncate" title={long ? value.slice(0, 600) : undefined}>
      <ValueText value={value} renderId={props.renderId} />
    </span>
  );
}
