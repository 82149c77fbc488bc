import { isArray, isConvexObject, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";
import { cx } from "#ui/cx.ts";
import { JsonTree } from "#ui/json-tree/json-tree.tsx";
import { ValueText } from "#ui/value-text.tsx";
import type { FieldChange } from "./field-changes.ts";

const cell = "min-w-0 px-2.5 py-0.5 align-top break-words";

/** Fields that differ between two revisions, before at the left and after at the right. */
export function ChangedFields(props: { changes: readonly FieldChange[] }) {
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-4 border border-line text-12 leading-4.5">
      <Columns />
      <thead className="sr-only">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {props.changes.map(({ path, before, after }, at) => (
          <tr key={path} className={cx(at > 0 && "*:border-t *:border-line")}>
            <th scope="row" className={cx(cell, "value text-left font-normal text-ink-2")}>
              {path}
            </th>
            <Side
              name={`${path} before`}
              value={before}
              className={before === undefined ? undefined : "bg-bad-bg"}
            />
            <Side
              name={`${path} after`}
              value={after}
              className={after === undefined ? undefined : "bg-ok-bg"}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All fields of one revision, as they were written. */
export function WrittenFields(props: { fields: ConvexObject; label: string }) {
  return (
    <table
      aria-label={props.label}
      className="w-full table-fixed border-separate border-spacing-0 rounded-4 border border-line text-12 leading-4.5"
    >
      <Columns />
      <tbody>
        {Object.entries(props.fields).map(([field, value], at) => (
          <tr key={field} className={cx(at > 0 && "*:border-t *:border-line")}>
            <th scope="row" className={cx(cell, "value text-left font-normal text-ink-2")}>
              {field}
            </th>
            <Side name={field} value={value} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A layout that is fixed takes its widths from here; the row of headings is not seen. */
function Columns() {
  return (
    <colgroup>
      <col className="w-48 max-sm:w-28" />
    </colgroup>
  );
}

function Side(props: { name: string; value: ConvexValue | undefined; className?: string | undefined }) {
  const { value } = props;
  const isFolded =
    value !== undefined &&
    ((isConvexObject(value) && Object.keys(value).length > 0) ||
      (value !== null && isArray(value) && value.length > 0));
  return (
    <td className={cx(cell, props.className)}>
      {isFolded ? (
        <JsonTree label={props.name} value={value} hideRoot grow className="-mx-2.5" />
      ) : (
        <ValueText value={value} inTree />
      )}
    </td>
  );
}
