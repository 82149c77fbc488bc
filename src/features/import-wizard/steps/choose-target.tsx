import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Client } from "#api/client.ts";
import { isTableName } from "#values/identifier.ts";
import type { Mapping } from "#reading/mapping.ts";
import { useClient } from "#parts/use-client.tsx";
import { useTables } from "#parts/use-tables.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { Choice } from "#ui/choice.tsx";
import { Combobox } from "#ui/combobox.tsx";
import { Notice } from "#ui/notice.tsx";
import type { ImportMode } from "#features/import-wizard/sending/import-plan.ts";
import { keyFields, tableProblem, type Target } from "#features/import-wizard/target.ts";

const modes = [
  { value: "append", label: "Append" },
  { value: "replace-by-key", label: "Replace by key" },
  { value: "overwrite", label: "Overwrite" },
] as const;

const meaning: Readonly<Record<ImportMode, string>> = {
  append: "Every record becomes a new document. What the table holds stays.",
  "replace-by-key":
    "A record whose key is in the table replaces that document, fields it lacks included; other records become new documents.",
  overwrite:
    "The table is emptied first, then every record becomes a new document. The two are not one step: between them the table is empty or half full.",
};

/** The third step: into which table, and how. */
export function ChooseTarget(props: {
  target: Target;
  mapping: Mapping;
  onChange: (target: Target) => void;
}) {
  const { target, onChange } = props;
  const { tables, error } = useTables();
  const own = (tables ?? []).filter((table) => table.component === "");
  const exists = own.some((table) => table.name === target.table);
  return (
    <div className="min-h-0 grow overflow-auto p-4">
      <div className="flex max-w-[640px] flex-col gap-5">
        <Combobox
          label="Table"
          mono
          value={target.table}
          onChange={(table) => onChange({ ...target, table: table.trim() })}
          options={own.map((table) => ({ value: table.name, label: table.name }))}
          error={tableProblem(target.table)}
          hint={hintOf(target.table, tables !== undefined, error !== null, exists)}
        />
        <Choice
          label="Mode"
          showLabel
          className="items-start"
          value={target.mode}
          onChange={(mode) => onChange({ ...target, mode })}
          options={modes}
          hint={meaning[target.mode]}
        />
        {target.mode === "replace-by-key" && <Key {...props} />}
        <PresentKey target={target} />
      </div>
    </div>
  );
}

function hintOf(table: string, known: boolean, failed: boolean, exists: boolean): string | undefined {
  if (!isTableName(table)) return "One that is there, or the name of a new one.";
  if (failed) return "The deployment does not say which tables it has.";
  if (!known) return undefined;
  return exists ? "This table is there." : "There is no such table yet; the import makes it.";
}

function Key(props: { target: Target; mapping: Mapping; onChange: (target: Target) => void }) {
  const { target, onChange } = props;
  const fields = keyFields(props.mapping);
  return (
    <fieldset>
      <legend className="text-12 font-medium text-ink">Key</legend>
      <p className="text-12 text-quiet">
        {target.key.length === 0
          ? "The field or fields that tell one record from another, in order."
          : `Key: ${target.key.join(", then ")}`}
      </p>
      <div className="mt-1 grid grid-cols-1 sm:grid-cols-2">
        {fields.map(({ field, usable }) => {
          const at = target.key.indexOf(field);
          return (
            <Checkbox
              key={field}
              label={<span className="value break-all">{field}</span>}
              checked={at !== -1}
              disabled={!usable}
              hint={
                !usable
                  ? "A key's field needs a name of letters, digits and _"
                  : at === -1
                    ? undefined
                    : `${at + 1} of ${target.key.length}`
              }
              onChange={(checked) =>
                onChange({
                  ...target,
                  key: checked ? [...target.key, field] : target.key.filter((one) => one !== field),
                })
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function presentKeyQuery(client: Client, table: string) {
  return queryOptions({
    queryKey: [client.id, "primaryKeyIndex", table],
    queryFn: ({ signal }) => client.primaryKeyIndex(table, signal),
    enabled: isTableName(table),
    staleTime: 10_000,
    retry: false,
  });
}

/** What the key that a table already has means for this import. Where it cannot be asked, nothing is said. */
function PresentKey({ target }: { target: Target }) {
  const { data } = useQuery(presentKeyQuery(useClient(), target.table));
  if (data === undefined || data.kind === "missing" || target.mode === "overwrite") return null;
  const present = data.fields.join(", then ");
  if (target.mode === "append") {
    return (
      <Notice tone="warn" title={`${target.table} is replaced by key elsewhere`}>
        Its key is {present}. Records appended here may have keys that are there already; replacing by key
        then fails for them.
      </Notice>
    );
  }
  if (target.key.length === 0 || present === target.key.join(", then ")) return null;
  return (
    <Notice tone="warn" title="Another key than before">
      The key of {target.table} is {present}. Importing by {target.key.join(", then ")} drops that index and
      builds a new one.
    </Notice>
  );
}
