import { Braces, ChevronDown, ChevronRight } from "lucide-react";
import { useDeferredValue, useId, useMemo } from "react";
import type { FunctionSpec } from "#api/system-queries.ts";
import { Button } from "#ui/button.tsx";
import { JsonEditor } from "#ui/json-editor/json-editor.tsx";
import { argumentSchema } from "#values/argument-schema.ts";
import { isObject } from "#values/json.ts";
import { ArgumentNotes } from "./argument-notes.tsx";
import type { ArgumentsDraft } from "./read-arguments.ts";
import { Signature } from "./signature.tsx";
import type { Arguments } from "./use-arguments.ts";

/** The arguments as JSON, what is to be said about them, and what the function takes. */
export function ArgumentsPane(props: {
  args: Arguments;
  known: FunctionSpec | undefined;
  /** Folded to one line; undefined where it cannot be. */
  open: boolean | undefined;
  onOpen: (open: boolean) => void;
}) {
  const id = useId();
  const { known, open } = props;
  const { text, setText, shape, skeleton } = props.args;
  // What is said about the text may lag behind the typing.
  const draft = useDeferredValue(props.args.draft);
  const schema = useMemo(() => (shape === undefined ? undefined : argumentSchema(shape)), [shape]);
  const marks = useMemo(
    () =>
      draft.kind === "broken"
        ? []
        : draft.notes
            .filter((note) => !note.byValidator)
            .map((note) => ({ ...note, message: note.sentence, tone: "warn" as const })),
    [draft],
  );
  const Fold = open === false ? ChevronRight : ChevronDown;
  return (
    <div role="group" aria-labelledby={id} className="flex min-h-0 min-w-0 grow flex-col">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-4">
        {open === undefined ? (
          <h2 id={id} className="text-12 font-semibold">
            Arguments
          </h2>
        ) : (
          <>
            <button
              type="button"
              aria-expanded={open}
              onClick={() => props.onOpen(!open)}
              className="-ml-1 flex h-9 items-center gap-1.5 rounded-4 px-1 text-13 font-semibold"
            >
              <Fold size={16} strokeWidth={1.5} aria-hidden />
              <span id={id}>Arguments</span>
            </button>
            {!open && <span className="value min-w-0 truncate text-quiet">{keysOf(draft)}</span>}
          </>
        )}
        {skeleton !== undefined && open !== false && (
          <Button
            kind="quiet"
            size="small"
            icon={Braces}
            onClick={() => setText(skeleton)}
            disabled={text === skeleton}
            className="ml-auto"
          >
            Skeleton
          </Button>
        )}
      </div>
      {open !== false && (
        <>
          <JsonEditor label="Arguments" value={text} onChange={setText} schema={schema} problems={marks} />
          {known !== undefined && <Signature spec={known} />}
          <ArgumentNotes
            draft={draft}
            isChecked={shape !== undefined && shape.kind !== "any"}
            length={text.length}
            onMend={setText}
          />
        </>
      )}
    </div>
  );
}

function keysOf(draft: ArgumentsDraft): string {
  if (draft.kind === "broken") return "not JSON";
  const keys = isObject(draft.args) ? Object.keys(draft.args) : [];
  return keys.length === 0 ? "{}" : keys.join(", ");
}
