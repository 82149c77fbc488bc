import { LetterMark } from "#ui/letter-mark.tsx";
import type { ChangeKind } from "./change.ts";
import { changeWords } from "./change-words.ts";

export function ChangeMark(props: { kind: ChangeKind }) {
  const { sign, word, tone } = changeWords[props.kind];
  return (
    <LetterMark label={word} tone={tone}>
      {sign}
    </LetterMark>
  );
}
