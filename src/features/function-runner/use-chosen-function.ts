import { useState } from "react";
import type { FunctionKind } from "#api/run-function.ts";
import type { FunctionSpec } from "#api/system-queries.ts";
import { usePlace } from "#parts/use-place.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { findFunction } from "./find-function.ts";

export interface ChosenFunction {
  /** As it stands in the field. */
  readonly typed: string;
  /** What is called: the path of the known function, else what was typed. */
  readonly path: string;
  readonly known: FunctionSpec | undefined;
  /** Not in the URL yet. */
  readonly isBeingTyped: boolean;
  readonly kind: FunctionKind;
  readonly type: (text: string) => void;
  readonly choose: (spec: FunctionSpec) => void;
  readonly setKind: (kind: FunctionKind) => void;
  /** Puts what was typed into the URL. */
  readonly keep: () => void;
}

/** The function and kind that the URL names, and what is being typed in their place. */
export function useChosenFunction(specs: readonly FunctionSpec[]): ChosenFunction {
  const [place, go] = usePlace(functionsPlace);
  const named = place.function ?? "";
  // Typing goes into the URL when it is done: a step that lands late would put old letters back into the field.
  const [draft, setDraft] = useState({ from: named, text: named });
  const typed = draft.from === named ? draft.text : named;
  const known = findFunction(specs, typed);
  // A query is the one kind that can do no harm when the kind is not known.
  const kind = known?.kind ?? place.kind ?? "query";
  return {
    typed,
    path: known?.path ?? typed.trim(),
    known,
    isBeingTyped: typed !== named,
    kind,
    type: (text) => setDraft({ from: named, text }),
    choose: (spec) => go({ function: spec.path, kind: spec.kind }),
    setKind: (next) => go({ function: typed || undefined, kind: next }, { replace: true }),
    keep: () => {
      if (typed !== named || (known !== undefined && kind !== place.kind)) {
        go({ function: typed || undefined, kind }, { replace: true });
      }
    },
  };
}
