let spell: ((text: string) => string) | undefined;

/**
 * Fetches the tables for letters beyond ASCII: 240 kB that few names need, so they are no part of the first
 * load. Once this has resolved, `transliterate` spells any text.
 */
export async function loadTransliteration(): Promise<void> {
  // Held at 0.1.8: the server's tables are the old ones of Text::Unidecode, and later versions of the package
  // have newer ones, in which "г" is no longer "gh".
  spell ??= (await import("unidecode")).default;
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** Spells a text in ASCII, as the server does; characters without a spelling vanish. */
export function transliterate(text: string): string {
  if (isAscii(text)) return text;
  if (spell === undefined) throw new Error("Call loadTransliteration() before transliterate()");
  let ascii = "";
  // Character by character: the package takes some pairs of Latin-1 letters for UTF-8 bytes.
  for (const character of text) ascii += isAscii(character) ? character : spellOne(character, spell);
  return ascii;
}

function spellOne(character: string, spellText: (text: string) => string): string {
  const spelt = spellText(character);
  // What the package says when its table ends before the character.
  if (spelt === "undefined") return "";
  // The separators of lines and paragraphs, which it leaves as they are.
  return spelt === character ? "\n" : spelt;
}
