import type { ReactNode } from "react";
import { fuzzyMatch, type FuzzyMatch } from "./fuzzy-match.ts";

export interface ComboboxOption {
  /** What is put into the field. */
  readonly value: string;
  /** What is shown; the value when missing. */
  readonly label?: string | undefined;
  /** Options of a group stand together under its name. */
  readonly group?: string | undefined;
  /** Quiet, after the label. */
  readonly detail?: string | undefined;
  /** Before the label: a mark. */
  readonly lead?: ReactNode;
  /** At the right end: a badge. */
  readonly badge?: ReactNode;
}

export interface ShownOption {
  readonly option: ComboboxOption;
  readonly ranges: FuzzyMatch["ranges"];
}

/** How many options a list shows at most; typing on finds the others. */
export const shownLimit = 200;

/** The options that match what was typed, the nearest first, groups kept together in the order of their best. */
export function comboboxOptions(options: readonly ComboboxOption[], typed: string): readonly ShownOption[] {
  const matches = options.flatMap((option) => {
    const match = fuzzyMatch(typed, option.label ?? option.value);
    return match ? [{ option, ranges: match.ranges, score: match.score }] : [];
  });
  if (typed.trim() !== "") matches.sort((a, b) => b.score - a.score);
  const groups = new Map<string, ShownOption[]>();
  for (const match of matches) {
    const name = match.option.group ?? "";
    const group = groups.get(name);
    if (group) group.push(match);
    else groups.set(name, [match]);
  }
  return [...groups.values()].flat().slice(0, shownLimit);
}
