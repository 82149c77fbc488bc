import type { FunctionKind } from "#api/run-function.ts";
import { LetterMark } from "#ui/letter-mark.tsx";

const marks = {
  query: ["Q", "Query", "neutral"],
  mutation: ["M", "Mutation", "neutral"],
  action: ["A", "Action", "neutral"],
  any: ["?", "Any kind", "quiet"],
} as const;

/** Q, M or A before the name of a function. */
export function KindMark(props: { kind: FunctionKind }) {
  const [letter, label, tone] = marks[props.kind];
  return (
    <LetterMark label={label} tone={tone}>
      {letter}
    </LetterMark>
  );
}
