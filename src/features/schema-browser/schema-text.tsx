import { CopyButton } from "#ui/copy-button.tsx";
import { printJson, type JsonObject } from "#values/json.ts";

/** The schema as the deployment gave it, values in the encoded form. */
export function SchemaText(props: { schema: JsonObject }) {
  const text = printJson(props.schema, 2);
  return (
    <>
      <div className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line px-4 text-12 text-quiet">
        <span className="min-w-0">
          As the deployment gives it, for documents in the form{" "}
          <code className="value">convex_encoded_json</code>
        </span>
        <CopyButton text={text} label="Copy JSON Schema" small className="ml-auto" />
      </div>
      <textarea
        readOnly
        aria-label="JSON Schema"
        value={text}
        spellCheck={false}
        className="value focus-inset min-h-0 grow resize-none bg-bg px-4 py-3 leading-5 [overflow-wrap:anywhere]"
      />
    </>
  );
}
