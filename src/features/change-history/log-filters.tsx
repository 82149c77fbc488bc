import { historyPlace } from "#places/history-place.ts";
import { placeHref } from "#parts/place-href.ts";
import { usePlace } from "#parts/use-place.ts";
import { useTables } from "#parts/use-tables.ts";
import { Button } from "#ui/button.tsx";
import { formatCount } from "#ui/format-count.ts";
import { ListNav } from "#ui/list-nav.tsx";
import { middleCut } from "#ui/middle-cut.ts";
import { Select } from "#ui/select.tsx";
import type { Timestamp } from "#values/timestamp.ts";
import { ChangeMark } from "./change-mark.tsx";
import { changeWords } from "./change-words.ts";
import { changeKinds, type ChangeKind } from "./change.ts";
import { SinceField } from "./since-field.tsx";

/** The left pane: since when, of which table, what kind, and what the log cannot tell. */
export function LogFilters(props: {
  latest: Timestamp | undefined;
  counts: Readonly<Record<ChangeKind, number>> | undefined;
}) {
  const { counts } = props;
  const [place, go] = usePlace(historyPlace);
  const { tables } = useTables();
  const idOf = (table: string, component: string) => `${component}/${table}`;
  const chosen = place.table === undefined ? "" : idOf(place.table, place.component ?? "");
  const options = (tables ?? []).map(({ name, component }) => ({
    value: idOf(name, component),
    label: component === "" ? name : `${component}: ${name}`,
    name,
    component,
  }));
  // A table of the URL that the deployment no longer has is still what is looked at.
  const isListed = chosen === "" || options.some(({ value }) => value === chosen);
  const chooseTable = (value: string) => {
    const option = options.find((one) => one.value === value);
    const component = option?.component === "" ? undefined : option?.component;
    go({ ...place, table: option?.name, component, document: undefined });
  };

  return (
    <div className="flex min-h-0 grow flex-col overflow-y-auto">
      <div className="flex flex-col gap-3 p-3">
        <SinceField
          since={place.since}
          latest={props.latest}
          onSince={(since) => go({ ...place, since: since.toString() })}
        />
        <Select
          label="Table"
          value={chosen}
          onChange={chooseTable}
          options={[
            { value: "", label: "All tables" },
            ...(isListed ? [] : [{ value: chosen, label: place.table ?? "" }]),
            ...options,
          ]}
        />
        {place.document !== undefined && (
          <div className="flex items-center gap-2 text-12">
            <span className="text-quiet">Document</span>
            <span className="value truncate" title={place.document}>
              {middleCut(place.document)}
            </span>
            <Button size="small" className="ml-auto" onClick={() => go({ ...place, document: undefined })}>
              All documents
            </Button>
          </div>
        )}
      </div>
      <ListNav
        label="Kind"
        groups={[
          {
            id: "kinds",
            title: "Kind",
            items: [
              {
                id: "all",
                label: "All kinds",
                href: placeHref(historyPlace, { ...place, kind: undefined }),
                end: counts && formatCount(changeKinds.reduce((sum, kind) => sum + counts[kind], 0)),
              },
              ...changeKinds.map((kind) => ({
                id: kind,
                label: changeWords[kind].word,
                lead: <ChangeMark kind={kind} />,
                href: placeHref(historyPlace, { ...place, kind }),
                end: counts && formatCount(counts[kind]),
              })),
            ],
          },
        ]}
        selected={place.kind ?? "all"}
      />
      <p className="mt-auto border-t border-line px-3 py-2.5 text-11 text-quiet">
        Cleared tables and bulk replacements leave no trace in the log, and who wrote is not recorded. First
        seen: it is not known whether the document is new.
      </p>
    </div>
  );
}
