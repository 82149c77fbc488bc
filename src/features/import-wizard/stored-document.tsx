import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { isObject, printJson, type Json } from "#values/json.ts";
import { storedRecord } from "#values/stored-record.ts";
import type { FileAnalysis } from "#reading/analyse-file.ts";
import { type Converted, convertRecord } from "#reading/convert-record.ts";
import type { Mapping } from "#reading/mapping.ts";
import { cx } from "#ui/cx.ts";
import { formatCount } from "#ui/format-count.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { scroller } from "./scroller.ts";

/** A record of the sample as the document that it becomes, field by field, exactly as it will be stored. */
export function StoredDocument(props: { analysis: FileAnalysis; mapping: Mapping }) {
  const { sample } = props.analysis;
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, sample.length - 1);
  const record = sample[at];
  const converted = record && convertRecord(record, props.mapping);
  return (
    <section
      aria-label="What will be stored"
      className="flex shrink-0 flex-col border-line max-lg:border-t lg:min-h-0 lg:w-[336px] lg:border-l"
    >
      <div className="flex h-8 shrink-0 items-center gap-1 border-b border-line bg-sunken pr-1 pl-4">
        <h2 className="text-12 font-semibold">What will be stored</h2>
        <span className="ml-auto text-11 text-quiet">
          {converted && `line ${formatCount(converted.line)}`}
        </span>
        <IconButton
          icon={ChevronUp}
          label="Preceding record"
          small
          disabled={at <= 0}
          onClick={() => setChosen(at - 1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Following record"
          small
          disabled={at >= sample.length - 1}
          onClick={() => setChosen(at + 1)}
        />
      </div>
      <div {...scroller("Document")} className="min-h-0 overflow-auto px-4 py-3">
        {converted ? (
          <Document converted={converted} mapping={props.mapping} />
        ) : (
          <p className="text-12 text-quiet">No record to show.</p>
        )}
      </div>
    </section>
  );
}

function Document(props: { converted: Converted; mapping: Mapping }) {
  const { converted } = props;
  if (converted.kind === "refused") {
    return (
      <div className="text-12">
        <p className="font-medium text-bad">This record will be refused</p>
        <p className="mt-1 text-ink-2">{converted.reason}</p>
        <p className="value mt-2 break-all text-quiet">{converted.source}</p>
      </div>
    );
  }
  const names = new Map(props.mapping.map((column) => [column.field, column.name]));
  const inside = storedRecord(converted.data).renames.length;
  const fields = Object.entries(converted.stored);
  return (
    <>
      <data value={printJson(converted.stored)} className="value block leading-5">
        <span className="text-quiet">{"{"}</span>
        <Field name="_id" note={undefined}>
          <span className="font-sans text-quiet">given by the deployment</span>
        </Field>
        {fields.map(([name, value]) => (
          <Field key={name} name={name} note={names.get(name) === name ? undefined : "renamed"}>
            <span className={cx("break-words whitespace-pre-wrap", ink(value))}>{printJson(value, 2)}</span>
          </Field>
        ))}
        <span className="text-quiet">{"}"}</span>
      </data>
      {inside > 0 && (
        <p className="mt-2 text-12 text-quiet">
          {formatCount(inside)} {inside === 1 ? "name" : "names"} inside renamed by the deployment, as shown.
        </p>
      )}
    </>
  );
}

function Field(props: { name: string; note: string | undefined; children: React.ReactNode }) {
  return (
    <span className="flex gap-2 pl-4">
      <span className="min-w-0 grow">
        <span className="break-all text-ink-2">{props.name}</span>
        <span className="text-quiet">: </span>
        {props.children}
      </span>
      {props.note !== undefined && (
        <span className="shrink-0 font-sans text-11 text-accent">{props.note}</span>
      )}
    </span>
  );
}

function ink(value: Json): string {
  if (value === null || typeof value === "boolean") return "text-value-word";
  if (typeof value === "number") return "text-value-number";
  return isObject(value) || Array.isArray(value) ? "text-ink-2" : "text-ink";
}
