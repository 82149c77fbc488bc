import { asTimestamp } from "#values/timestamp.ts";
import { dataPlace } from "#places/data-place.ts";
import { Instant } from "#parts/instant.tsx";
import { PlaceLink } from "#parts/place-link.tsx";
import { formatCount } from "#ui/format-count.ts";
import { ChangeMark } from "./change-mark.tsx";
import { changeWords } from "./change-words.ts";
import type { Change } from "./change.ts";
import { fieldChanges } from "./field-changes.ts";
import { ChangedFields, WrittenFields } from "./field-table.tsx";
import { knownName } from "./known-name.ts";

/** One document of a transaction: what became of it, field by field where the revision before was read. */
export function ChangeRow(props: { change: Change }) {
  const { change } = props;
  const { kind, id, table, component, before, after } = change;
  const isGone = kind === "deleted";
  const changed = before && after ? fieldChanges(before.fields, after.fields) : undefined;
  const name = knownName(after ?? before);
  return (
    <li className="py-1">
      <div className="flex min-h-6 flex-wrap items-center gap-x-2 text-12">
        <ChangeMark kind={kind} />
        <span className={isGone ? "font-medium text-bad" : "font-medium"}>
          {table === "" ? "a table" : table}
        </span>
        <PlaceLink
          place={dataPlace}
          search={{
            table: table === "" ? undefined : table,
            component: component === "" ? undefined : component,
            // A deleted document was last there just before.
            at: (isGone ? asTimestamp(change.ts - 1n) : change.ts).toString(),
            document: id,
          }}
          className="value link min-w-0 font-normal break-all"
          title={isGone ? "Open it as it was just before" : "Open it as it was then"}
        >
          {id}
        </PlaceLink>
        {name !== undefined && <span className="max-w-72 min-w-0 truncate text-ink-2">{name}</span>}
        <span className="ml-auto text-11 text-quiet">
          <Extent change={change} changed={changed?.length} />
        </span>
      </div>
      <div className="mt-1 ml-6 empty:hidden">
        {changed !== undefined && changed.length > 0 && <ChangedFields changes={changed} />}
        {changed === undefined && after !== undefined && (
          <WrittenFields fields={after.fields} label={`${changeWords[kind].word}: fields as written`} />
        )}
        {isGone && before !== undefined && (
          <WrittenFields fields={before.fields} label="Fields as last read" />
        )}
      </div>
    </li>
  );
}

/** How much of the document this tells. */
function Extent(props: { change: Change; changed: number | undefined }) {
  const { kind, before, after } = props.change;
  if (kind === "deleted") {
    if (before === undefined) return "only its id is known: no earlier revision was read";
    return (
      <>
        as last read, written <Instant at={before.ts} />
      </>
    );
  }
  const total = Object.keys(after?.fields ?? {}).length;
  const fields = `${formatCount(total)} ${total === 1 ? "field" : "fields"}`;
  if (props.changed === 0) return "written again, nothing differs";
  if (props.changed !== undefined) return `${formatCount(props.changed)} changed, ${fields}`;
  if (kind === "updated") return `${fields} as written: the revision before was not read`;
  return kind === "seen" ? `${fields} as written: not known whether new` : fields;
}
