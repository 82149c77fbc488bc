export interface FuzzyMatch {
  /** Higher is nearer. */
  readonly score: number;
  /** Which characters of the text matched: [from, to) pairs. */
  readonly ranges: readonly (readonly [number, number])[];
}

/**
 * Whether the letters of `query` occur in `text` in their order, whatever their case, and how nearly. A whole
 * occurrence beats scattered letters; an early one, and one at the start of a word, beats a late one.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | undefined {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return { score: 0, ranges: [] };
  const within = text.toLowerCase();
  const whole = bestOccurrence(wanted, within);
  if (whole >= 0) {
    const bonus = (whole === 0 ? 200 : startsWord(within, whole) ? 100 : 0) + (wanted === within ? 500 : 0);
    return { score: 1000 + bonus - whole, ranges: [[whole, whole + wanted.length]] };
  }
  const ranges: [number, number][] = [];
  let at = 0;
  for (const letter of wanted) {
    const found = within.indexOf(letter, at);
    if (found < 0) return undefined;
    const last = ranges.at(-1);
    if (last && last[1] === found) last[1] = found + letter.length;
    else ranges.push([found, found + letter.length]);
    at = found + letter.length;
  }
  return { score: 500 - 20 * ranges.length - at, ranges };
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? "");
}

function bestOccurrence(wanted: string, within: string): number {
  const first = within.indexOf(wanted);
  for (let at = first; at >= 0; at = within.indexOf(wanted, at + 1)) {
    if (startsWord(within, at)) return at;
  }
  return first;
}
