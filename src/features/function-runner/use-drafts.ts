import { useState } from "react";

/**
 * The text of the arguments for each function, as long as the page is open. A function seen for the first time begins
 * with its skeleton; one that is not known goes on with what was there.
 */
export function useDrafts(
  path: string,
  skeleton: string | undefined,
): readonly [string, (text: string) => void] {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const [last, setLast] = useState("{}");
  const setText = (text: string) => {
    setDrafts(new Map(drafts).set(path, text));
    setLast(text);
  };
  return [drafts.get(path) ?? skeleton ?? last, setText];
}
