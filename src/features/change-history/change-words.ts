import type { ChangeKind } from "./change.ts";

interface ChangeWords {
  /** The sign that stands for it, so that colour never does alone. */
  readonly sign: string;
  readonly word: string;
  readonly tone: "ok" | "accent" | "bad" | "quiet";
}

export const changeWords: Readonly<Record<ChangeKind, ChangeWords>> = {
  inserted: { sign: "+", word: "Inserted", tone: "ok" },
  updated: { sign: "~", word: "Updated", tone: "accent" },
  deleted: { sign: "−", word: "Deleted", tone: "bad" },
  seen: { sign: "·", word: "First seen", tone: "quiet" },
};
