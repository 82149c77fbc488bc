import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";
import { cx } from "#ui/cx.ts";
import { ValueText } from "#ui/value-text.tsx";
import type { FieldChange } from "./field-changes.ts";

const cell = "min-w-0 px-2.5 py-0.5 break-words";

/** Fields that differ between two revisions, before at the left and after at the right. */
export function ChangedFields(props: { changes: readonly FieldChange[] }) {
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-4 border border-line text-12 leading-4.5">
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
            <th scope="row" className={cx(cell, "value w-48 text-left font-normal text-ink-2 max-sm:w-28")}>
              {path}
            </th>
            <Side value={before} className={before === undefined ? undefined : "bg-bad-bg"} />
            <Side value={after} className={after === undefined ? undefined : "bg-ok-bg"} />
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
      <tbody>
        {Object.entries(props.fields).map(([field, value], at) => (
          <tr key={field} className={cx(at > 0 && "*:border-t *:border-line")}>
            <th scope="row" className={cx(cell, "value w-48 text-left font-normal text-ink-2 max-sm:w-28")}>
              {field}
            </th>
            <Side value={value} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side(props: { value: ConvexValue | undefined; className?: string | undefined }) {
  return (
    <td className={cx(cell, props.className)}>
      <ValueText value={props.value} inTree />
    </td>
  );
}
