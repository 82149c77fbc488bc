import { useMemo } from "react";
import type { FunctionSpec } from "#api/system-queries.ts";
import type { Shape } from "#values/shape.ts";
import { argumentsShape, argumentsSkeleton } from "./arguments-shape.ts";
import { readArguments, type ArgumentsDraft } from "./read-arguments.ts";
import { useDrafts } from "./use-drafts.ts";

export interface Arguments {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly draft: ArgumentsDraft;
  /** What the function accepts and what to begin from, where that is known. */
  readonly shape: Shape | undefined;
  readonly skeleton: string | undefined;
}

/** The arguments of a function as they are being written. */
export function useArguments(path: string, known: FunctionSpec | undefined): Arguments {
  const shape = useMemo(() => known && argumentsShape(known), [known]);
  const skeleton = useMemo(() => shape && argumentsSkeleton(shape), [shape]);
  const [text, setText] = useDrafts(path, skeleton);
  const draft = useMemo(() => readArguments(text, shape), [text, shape]);
  return { text, setText, draft, shape, skeleton };
}
