import { lazy, Suspense } from "react";
import { cx } from "#ui/cx.ts";
import { loadJsonEditor } from "./prefetch-json-editor.ts";
import type { JsonEditorProps } from "./json-editor-props.ts";
import { PlainEditor } from "./plain-editor.tsx";

const MonacoEditor = lazy(async () => ({ default: (await loadJsonEditor()).MonacoEditor }));

/**
 * JSON text with colours, completion and problems. Until Monaco is here, or if it cannot be had, a plain text box of
 * the same size does the work. Fills its container.
 * `<JsonEditor group="Arguments" label="Arguments" value={text} onChange={setText} schema={schema} onSubmit={run} />`
 */
export function JsonEditor(props: JsonEditorProps) {
  return (
    <div
      role={props.group === undefined ? undefined : "group"}
      aria-label={props.group}
      className={cx("relative flex min-h-0 min-w-0 flex-1 flex-col bg-bg", props.className)}
    >
      <Suspense fallback={<PlainEditor {...props} />}>
        <MonacoEditor {...props} />
      </Suspense>
    </div>
  );
}
