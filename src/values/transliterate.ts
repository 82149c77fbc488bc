let spell: ((text: string) => string) | undefined;

/**
 * Fetches the tables for letters beyond ASCII: about 200 kB that few names need, so they are no part of the
 * first load. Once this has resolved, `transliterate` spells any text.
 */
export async function loadTransliteration(): Promise<void> {
  spell ??= (await import("unidecode")).default;
}

export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Spells a text in ASCII, as the server does; characters without a spelling vanish. */
export function transliterate(text: string): string {
  if (isAscii(text)) return text;
  if (spell === undefined) throw new Error("Call loadTransliteration() before transliterate()");
  let ascii = "";
  // Character by character: the package takes some pairs of Latin-1 letters for UTF-8 bytes.
  for (const character of text) ascii += isAscii(character) ? character : spell(character);
  return ascii;
}
